import * as z from 'zod';
import { findingSchema } from './finding.ts';

/** What `tackroom check --format json` prints. */
export const checkReportSchema = z
  .strictObject({
    version: z.literal(1),
    findings: z.array(findingSchema),
    notes: z
      .array(z.strictObject({ path: z.string(), line: z.int().min(1).describe('line, from 1'), message: z.string() }))
      .describe(
        'what is no finding and limits what the check saw: files that do not parse, guardrails that were left out, pages whose globs match nothing, void suppressions',
      ),
    summary: z.strictObject({
      files: z.int().describe('files that were looked at'),
      guardrails: z.int().describe('guardrails that were applied to files'),
      onCommands: z.int().describe('guardrails that speak before a command, and not here'),
      findings: z.int(),
      byPriority: z.strictObject({ P0: z.int(), P1: z.int(), P2: z.int(), P3: z.int() }),
      suppressed: z.int().describe('findings silenced by a tackroom-allow comment with a reason'),
      accepted: z.int().describe('findings that harness/baseline.json accepts; they are not in the list'),
      notRun: z
        .array(z.string())
        .describe(
          'ids of guardrails that were not run: of a kind that this version does not run, or in a language whose grammar is not installed',
        ),
      durationMs: z.number(),
    }),
    error: z
      .strictObject({ code: z.string(), message: z.string(), fix: z.string().optional() })
      .optional()
      .describe('why nothing was checked, such as a mistake in a page; the notes name each place'),
  })
  .describe('The result of one check.');

export type CheckReport = z.infer<typeof checkReportSchema>;
