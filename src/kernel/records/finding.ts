import * as z from 'zod';
import { prioritySchema } from './priority.ts';

const positionSchema = z.strictObject({
  line: z.int().min(1).describe('line, from 1'),
  column: z.int().min(1).describe('column in UTF-16 code units, from 1'),
});

export const rangeSchema = z.strictObject({ start: positionSchema, end: positionSchema.describe('exclusive') });

/** One breach, found by a check or a reviewer. The same shape everywhere. */
export const findingSchema = z
  .strictObject({
    guardrail: z.string().optional().describe('id of the guardrail page that was broken'),
    persona: z.string().optional().describe('name of the persona whose eyes saw it'),
    bullet: z.string().optional().describe('id of the persona bullet it breaks'),
    priority: prioritySchema,
    path: z.string().describe('path relative to the repository, with forward slashes'),
    range: rangeSchema.optional().describe('absent for a whole or a missing file'),
    message: z.string().describe('what is wrong, in the words of the page'),
    fix: z.string().optional().describe('what to do about it: the remedy of the page'),
    runbook: z.string().optional().describe('path of the page that explains more, relative to the repository'),
    source: z.enum(['check', 'review', 'garden', 'gate']),
    fingerprint: z.string().describe('versioned identity that survives moved lines and renamed files'),
    baseline: z.boolean().describe('true where the breach was accepted before'),
  })
  .describe('One breach, found by a check or a reviewer.');

export type Position = z.infer<typeof positionSchema>;
export type Range = z.infer<typeof rangeSchema>;
export type Finding = z.infer<typeof findingSchema>;
