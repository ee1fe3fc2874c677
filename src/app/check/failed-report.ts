import * as z from 'zod';
import type { MisuseError } from '#kernel/errors.ts';
import type { CheckReport } from '#kernel/records/check-report.ts';

const factsSchema = z.looseObject({
  problems: z.array(z.looseObject({ path: z.string(), line: z.number(), message: z.string(), fix: z.string().optional() })).optional(),
});

/** The report of a check that could not begin, so that who reads JSON gets JSON: no finding, and why. */
export function failedReport({ code, message, fix, facts }: MisuseError): CheckReport {
  const problems = factsSchema.safeParse(facts).data?.problems ?? [];
  return {
    version: 1,
    findings: [],
    notes: problems.map((one) => ({
      path: one.path,
      line: one.line,
      message: one.fix === undefined ? one.message : `${one.message} ${one.fix}`,
    })),
    summary: {
      files: 0,
      guardrails: 0,
      onCommands: 0,
      findings: 0,
      byPriority: { P0: 0, P1: 0, P2: 0, P3: 0 },
      suppressed: 0,
      accepted: 0,
      notRun: [],
      durationMs: 0,
    },
    error: { code, message, ...(fix === undefined ? {} : { fix }) },
  };
}
