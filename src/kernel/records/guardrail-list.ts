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
        sample: z.literal(true).optional().describe('the page is as `guardrail new` began it, and not in force'),
      }),
    ),
    drafts: z
      .array(
        z.strictObject({
          page: z.string().describe('path of the draft, relative to the repository'),
          needs: z.array(z.string()).describe('what it waits for; nothing where it only has to lose .draft from its name'),
        }),
      )
      .describe('pages that are not in force, as `guardrail import` writes them where it cannot prove a rule'),
    mistakes: z
      .array(z.strictObject({ path: z.string(), line: z.int(), message: z.string() }))
      .describe('in pages of the harness: a page with one is not in force, and where it cannot be read it is not in the list'),
  })
  .describe('The guardrails of one harness.');

export type GuardrailList = z.infer<typeof guardrailListSchema>;
