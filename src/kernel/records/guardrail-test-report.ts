import * as z from 'zod';

/** What `tackroom guardrail test --format json` prints. */
export const guardrailTestReportSchema = z
  .strictObject({
    version: z.literal(1),
    guardrails: z.array(
      z.strictObject({
        id: z.string(),
        page: z.string().describe('path of its page, relative to the repository'),
        examples: z.int().describe('fences that were run'),
        failures: z.array(
          z.strictObject({
            line: z.int().min(1).describe('line of the fence in the page, from 1'),
            verdict: z.enum(['bad', 'good', 'fixed']).describe('what the page says of the example'),
            message: z.string().describe('how the rule saw it otherwise'),
            code: z.string().describe('text of the example'),
            diff: z.string().optional().describe('for text that differs: lines with -, + or a space in front'),
          }),
        ),
        notes: z
          .array(z.strictObject({ line: z.int().min(1).describe('line in the page, from 1'), message: z.string() }))
          .describe('what the author may want to know: no remedy, no file to look at'),
        unexercised: z.array(z.string()).describe('parts of the rule that could be taken out without any example noticing'),
        unrun: z
          .array(z.strictObject({ path: z.string(), line: z.int().min(1).describe('line, from 1'), code: z.string() }))
          .optional()
          .describe('of a script: lines of its module that no example makes run; each counts as a failure'),
      }),
    ),
    skipped: z.array(z.string()).describe('ids of guardrails whose examples nothing here runs'),
    missing: z
      .strictObject({ message: z.string(), fix: z.string() })
      .optional()
      .describe('which of those wait for a package, and the command that installs it'),
    summary: z.strictObject({ guardrails: z.int(), examples: z.int(), failures: z.int(), unexercised: z.int() }),
  })
  .describe('Whether guardrails do what their own pages say.');

export type GuardrailTestReport = z.infer<typeof guardrailTestReportSchema>;
