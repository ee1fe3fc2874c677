import type { Remark } from '#delivery/remark.ts';
import type { RunResult, Scope } from '#guardrails/run-rules.ts';
import { monotonicMs } from '#kernel/clock.ts';
import type { CompiledRule, CompiledRules } from '#kernel/records/compiled-rules.ts';
import type { Finding } from '#kernel/records/finding.ts';
import type { SpoolEvent } from '#kernel/records/spool-event.ts';
import { dropAccepted } from './drop-accepted.ts';
import type { HookContext } from './hook-parts.ts';

/** Longest a look across files (import cycles) may take before the agent goes on without it. */
const timeLimitMs = 1500;

/** What was found in some files. */
export interface Look {
  /** Findings an agent hears of: P3 is dropped unless asked for. */
  findings: Finding[];
  /** Rules that failed, for the spool. */
  faults: SpoolEvent[];
  /** Suppressions that silence nothing, and why. */
  remarks: Remark[];
}

/** `runRules`, or what runs rules of light kinds only. */
export type Run = (rules: CompiledRules, scope: Scope) => RunResult;

/** Runs rules over a few files of the worktree. */
export function look(
  { run, rules, moment, ...scope }: Pick<Scope, 'tree' | 'paths'> & { run: Run; rules: CompiledRule[]; moment: string },
  context: HookContext,
): Look {
  const { exclude } = context.rules.settings;
  const excluded = exclude === undefined ? undefined : new RegExp(exclude, 's'); // a name may hold a newline
  const result = run(
    { ...context.rules.compiled, rules },
    {
      ...scope,
      paths: scope.paths.filter((path) => excluded?.test(path) !== true),
      whole: false,
      known: new Set(context.rules.compiled.rules.map((rule) => rule.id)),
      root: context.repository.root,
      deadlineMs: monotonicMs() + timeLimitMs,
    },
  );
  const heard = result.findings.filter((finding) => finding.priority !== 'P3');
  const fresh = withoutAccepted(heard, context.repository.root);
  return {
    findings: fresh.findings,
    faults: [...result.faults.map((fault) => `${fault.guardrail}: ${fault.message}`), ...fresh.faults].map((message) => ({
      type: 'fault',
      moment,
      message: message.slice(0, 500),
    })),
    remarks: result.notes.flatMap((note) =>
      note.about === 'suppression'
        ? [{ key: `allow@${note.path}@${note.message}`, text: `${note.path}:${note.line} ${note.message}` }]
        : [],
    ),
  };
}

/** A baseline that cannot be read accepts nothing. */
function withoutAccepted(findings: Finding[], root: string): { findings: Finding[]; faults: string[] } {
  try {
    return { findings: dropAccepted(findings, root), faults: [] };
  } catch (error) {
    return { findings, faults: [error instanceof Error ? error.message : String(error)] };
  }
}
