import * as z from 'zod';
import { dateSchema } from './date.ts';
import { schemaKey } from './schema-key.ts';
import { signsSchema } from './sign.ts';

/** How to do one thing step by step; guardrails send those who need more to it. */
export const runbookSchema = z
  .strictObject({
    ...schemaKey,
    title: z.string().min(1).describe('what it is about, in a few words'),
    signs: signsSchema.optional(),
    owner: z.string().min(1).optional().describe('person or team that keeps the steps true'),
    reviewed: dateSchema.optional().describe('the day somebody last followed the steps and found them true'),
  })
  .describe('Front matter of a runbook page.');

export type Runbook = z.infer<typeof runbookSchema>;
