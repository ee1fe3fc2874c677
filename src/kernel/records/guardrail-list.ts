import * as z from 'zod';
import { prioritySchema } from './priority.ts';

/** What `tackroom guardrail list --format json` prints. */
export const guardrailListSchema = z
  .strictObject({
    version: z.literal(1),
    guardrails: z.array(
      z.strictObject({
        id: z.string(),
        title: z.string(),
        priority: prioritySchema,
        kind: z.string().describe('kind of its check'),
        files: z.int().nullable().describe('files of the repository it looks at; null where it looks at none, as one on commands does'),
        accepted: z.int().describe('breaches of it that harness/baseline.json accepts'),
        page: z.string().describe('path of its page, relative to the repository'),
      }),
    ),
    mistakes: z
      .array(z.strictObject({ path: z.string(), line: z.int(), message: z.string() }))
      .describe('in pages of the harness: a page with one is not in force, and where it cannot be read it is not in the list'),
  })
  .describe('The guardrails of one harness.');

export type GuardrailList = z.infer<typeof guardrailListSchema>;
