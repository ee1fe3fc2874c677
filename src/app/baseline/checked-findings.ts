import type { Finding } from '#kernel/records/finding.ts';

/** What a check has found, before anything of it is known to be accepted. */
export interface CheckedFindings {
  findings: readonly Finding[];
  /** Whether everything was looked at, and no guardrail failed: only then is what was not found gone. */
  whole: boolean;
  /** Guardrails that were not run: what was accepted of them stays. */
  notRun: readonly string[];
  /** Files that are not there to be looked at, and not gone either: what was accepted in them stays too. */
  absent: ReadonlySet<string>;
}
