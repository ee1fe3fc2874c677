import type { Scope } from '#guardrails/run-result.ts';
import { runRules } from '#guardrails/run-rules.ts';
import { monotonicMs } from '#kernel/clock.ts';
import type { CompiledRule } from '#kernel/records/compiled-rules.ts';
import type { Finding } from '#kernel/records/finding.ts';
import type { SpoolEvent } from '#kernel/records/spool-event.ts';
import type { HookContext } from './hook-engine.ts';

/** Longest a look across files (import cycles) may take before the agent goes on without it. */
const timeLimitMs = 1500;

/** What was found in some files. */
export interface Look {
  /** Findings an agent hears of: P3 is dropped unless asked for. */
  findings: Finding[];
  /** Rules that failed, for the spool. */
  faults: SpoolEvent[];
}

/** Runs rules over a few files of the worktree. */
export function look(
  { rules, moment, ...scope }: Pick<Scope, 'tree' | 'paths' | 'runners'> & { rules: CompiledRule[]; moment: string },
  context: HookContext,
): Look {
  const { exclude } = context.rules.settings;
  const excluded = exclude === undefined ? undefined : new RegExp(exclude);
  const result = runRules(
    { ...context.rules.compiled, rules },
    {
      ...scope,
      paths: scope.paths.filter((path) => excluded?.test(path) !== true),
      whole: false,
      root: context.repository.root,
      deadlineMs: monotonicMs() + timeLimitMs,
    },
  );
  return {
    findings: result.findings.filter((finding) => finding.priority !== 'P3' && !finding.baseline),
    faults: result.faults.map((fault) => ({ type: 'fault', moment, message: `${fault.guardrail}: ${fault.message}`.slice(0, 500) })),
  };
}
