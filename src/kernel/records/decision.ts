import * as z from 'zod';
import { signsSchema } from './sign.ts';

const people = z.union([z.string(), z.array(z.string())]);

/**
 * One decision and its reasons. MADR and adr-tools files are read as they are, so nothing here is required and
 * keys that other tools put there are kept.
 */
export const decisionSchema = z
  .looseObject({
    title: z.string().optional().describe('absent: the first heading'),
    status: z.string().optional().describe('proposed, accepted, rejected, deprecated or superseded by another; absent: read from the body'),
    date: z.string().optional().describe('the day of the last change, YYYY-MM-DD; absent: read from the body'),
    deciders: people.optional(),
    'decision-makers': people.optional(),
    consulted: people.optional(),
    informed: people.optional(),
    signs: signsSchema.optional(),
  })
  .describe('Front matter of a decision record.');

export type Decision = z.infer<typeof decisionSchema>;
