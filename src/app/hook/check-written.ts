import { runRules } from '#guardrails/run-rules.ts';
import { monotonicMs } from '#kernel/clock.ts';
import type { Finding } from '#kernel/records/finding.ts';
import type { SpoolEvent } from '#kernel/records/spool-event.ts';
import { worktreeTree } from '#platform/git/worktree-tree.ts';
import type { HookContext } from './hook-engine.ts';

/** Longest a look across files (import cycles) may take before the agent goes on without it. */
const timeLimitMs = 1500;

export interface Look {
  /** Findings an agent hears of: P3 is dropped unless asked for. */
  findings: Finding[];
  /** Rules that failed, for the spool. */
  faults: SpoolEvent[];
}

/** Checks just these files of the worktree. */
export function checkWritten(paths: readonly string[], moment: string, context: HookContext): Look {
  const { exclude } = context.rules.settings;
  const excluded = exclude === undefined ? undefined : new RegExp(exclude);
  const { root } = context.repository;
  const result = runRules(context.rules.compiled, {
    tree: worktreeTree(root, paths),
    paths: paths.filter((path) => excluded?.test(path) !== true),
    whole: false,
    root,
    deadlineMs: monotonicMs() + timeLimitMs,
  });
  return {
    findings: result.findings.filter((finding) => finding.priority !== 'P3' && !finding.baseline),
    faults: result.faults.map((fault) => ({ type: 'fault', moment, message: `${fault.guardrail}: ${fault.message}`.slice(0, 500) })),
  };
}
