import picomatch from 'picomatch';
import { compileRules } from '#guardrails/compile-rules.ts';
import type { HookRules } from '#kernel/records/hook-rules.ts';
import { loadHarness } from '#pages/load-harness.ts';

/**
 * Compiles a worktree's pages for the hook. Pages with mistakes are left out and counted: one broken page must not
 * switch the others off. Rules that were compiled while a native package was missing are not kept for the next call:
 * nothing else would tell that it has been installed since. Scripts are for `check`: an agent may have written the module
 * a moment ago, and hooks run outside its sandbox (docs/decisions/0009).
 */
export function compileHookRules(root: string, stamp: string): HookRules {
  const harness = loadHarness(root, { only: 'guardrails' });
  const { compiled, missing, problems } = compileRules(harness.guardrails, { engine: stamp, pagesHash: harness.hash });
  const { check, delivery, hook } = harness.settings;
  return {
    stamp: missing().length === 0 ? stamp : '',
    compiled: { ...compiled, rules: compiled.rules.filter(({ check }) => check.kind !== 'script') },
    problems: harness.problems.length + problems.length,
    settings: {
      maxChars: delivery.maxChars,
      holdsAtStop: hook.holdsAtStop,
      holdPriority: hook.holdPriority,
      ...(check.exclude.length === 0
        ? {}
        : {
            exclude: picomatch.makeRe(check.exclude.length === 1 ? (check.exclude[0] ?? '') : `{${check.exclude.join(',')}}`, { dot: true })
              .source,
          }),
    },
  };
}
