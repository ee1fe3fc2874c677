import * as z from 'zod';

/** The name of a page or of a bullet, as people type it: it also names a file, so it stays plain. */
export const slugSchema = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'a name is lower-case words joined by hyphens');
