import * as z from 'zod';

const doctorCheckSchema = z.strictObject({
  subject: z.string().describe('what was looked at: engine, harness, claude, codex'),
  name: z.string().describe('the part of it, such as `pre-tool`'),
  state: z.enum(['ok', 'missing', 'broken', 'note']).describe('a note is worth knowing and fails nothing'),
  message: z.string(),
  fix: z.string().optional().describe('one imperative line: what to do about it'),
});

/** What `tackroom doctor --format json` prints. */
export const doctorReportSchema = z
  .strictObject({
    version: z.literal(1),
    root: z.string().describe('real path of the worktree'),
    ok: z.boolean().describe('nothing is missing and nothing is broken'),
    checks: z.array(doctorCheckSchema),
  })
  .describe('How a repository is wired to its agents, proved by a probe through each wire.');

export type DoctorCheck = z.infer<typeof doctorCheckSchema>;
export type DoctorReport = z.infer<typeof doctorReportSchema>;
