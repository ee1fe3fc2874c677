import * as z from 'zod';
import { findingSchema } from './finding.ts';

const count = z.int().min(0);

/** One line of `tackroom check --watch --format json`. */
export const watchAnswerSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({
      version: z.literal(1),
      kind: z.literal('checked'),
      open: count.describe('findings there are now'),
      byPriority: z.strictObject({ P0: count, P1: count, P2: count, P3: count }),
      appeared: z.array(findingSchema).describe('findings that were not there before; in the first line, all of them'),
      gone: z.array(findingSchema).describe('findings that were there before'),
      notes: z.array(z.string()).describe('what a person should know besides; a guardrail that failed makes the answer incomplete'),
      files: count.describe('files that the answer speaks of'),
      durationMs: z.number().describe('what the answer took, once the change had been noticed'),
    }),
    z.strictObject({
      version: z.literal(1),
      kind: z.literal('failed'),
      message: z.string().describe('why nothing could be checked, such as a mistake in a page'),
      fix: z.string().optional(),
    }),
  ])
  .describe('One answer of `tackroom check --watch`.');

export type WatchLine = z.infer<typeof watchAnswerSchema>;
