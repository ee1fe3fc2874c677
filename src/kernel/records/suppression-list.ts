import * as z from 'zod';

/** What `tackroom guardrail list --suppressions --format json` prints. */
export const suppressionListSchema = z
  .strictObject({
    version: z.literal(1),
    suppressions: z
      .array(
        z.strictObject({
          guardrail: z.string().describe('id of the guardrail that the comment names'),
          path: z.string().describe('path relative to the repository, with forward slashes'),
          line: z.int().min(1).describe('line of the comment, from 1'),
          reason: z.string(),
          findings: z.int().describe('findings it silences; 0 where it can be taken out'),
        }),
      )
      .describe('by path and line'),
  })
  .describe('The tackroom-allow comments of a repository.');

export type SuppressionList = z.infer<typeof suppressionListSchema>;
