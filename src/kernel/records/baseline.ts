import * as z from 'zod';
import { schemaKey } from './schema-key.ts';

const entrySchema = z.strictObject({
  path: z.string().describe('file of the breach, relative to the repository, with forward slashes'),
  guardrail: z.string().describe('id of the guardrail it breaks'),
  fingerprint: z.string().describe('identity of the breach in its file; it survives moved lines and other formatting'),
  count: z.int().min(2).optional().describe('how many breaches there have this identity; default 1'),
});

/** The breaches a team accepted once: `harness/baseline.json`. It may only shrink. */
export const baselineSchema = z
  .strictObject({
    ...schemaKey,
    version: z.literal(1).describe('version of this format'),
    accepted: z.array(entrySchema).describe('by path, guardrail and fingerprint, one a line'),
  })
  .describe('Accepted breaches of guardrails, harness/baseline.json; written by `tackroom check --update-baseline`.');

export type BaselineEntry = z.infer<typeof entrySchema>;
