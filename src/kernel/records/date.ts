import * as z from 'zod';

/** A calendar day such as 2026-11-22. */
export const dateSchema = z.iso.date().describe('a day, written YYYY-MM-DD');
