import * as z from 'zod';

const importedSchema = z.strictObject({
  page: z.string().describe('path of the page, relative to the repository'),
  source: z.string().describe('file that the rule stands in'),
  lost: z.array(z.string()).describe('parts of the rule that a page has no place for; the rule stands in its body, word for word'),
});

/** What `tackroom guardrail import --format json` prints: what became of the rules of another tool. */
export const importReportSchema = z
  .strictObject({
    version: z.literal(1),
    dryRun: z.boolean().describe('nothing was written'),
    written: z.array(importedSchema).describe('pages whose examples hold'),
    drafts: z
      .array(importedSchema.extend({ why: z.array(z.string()).describe('what the page needs') }))
      .describe('pages that are not in force yet: <id>.md.draft, which nothing reads'),
    left: z.array(z.strictObject({ source: z.string(), why: z.string() })).describe('what was left where it is'),
  })
  .describe('What became of the rules of another tool.');

export type ImportReport = z.infer<typeof importReportSchema>;
