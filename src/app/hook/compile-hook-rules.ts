import picomatch from 'picomatch';
import { compileRules } from '#guardrails/compile-rules.ts';
import type { HookRules } from '#kernel/records/hook-rules.ts';
import type { PageProblem } from '#kernel/records/page-problem.ts';
import { loadHarness } from '#pages/load-harness.ts';
import { placeProblem } from '../harness/place-problem.ts';

/** Each call of the hook reads them. */
const mostMistakes = 20;

/**
 * Compiles a worktree's pages for the hook. Pages with mistakes are left out and counted: one broken page must not
 * switch the others off. Rules that were compiled while a native package was missing say so (`wanting`): their pages' stamp
 * would not tell that it has been installed since. Scripts are for `check`: an agent may have written the module
 * a moment ago, and hooks run outside its sandbox (docs/decisions/0009).
 */
export function compileHookRules(root: string, about: { stamp: string; installed: string }): HookRules {
  const { installed, stamp } = about;
  const harness = loadHarness(root, { only: 'guardrails' });
  const { compiled, missing, problems } = compileRules(harness.guardrails, { engine: stamp, pagesHash: harness.hash });
  const mistakes = [...harness.problems, ...problems.map((problem) => placeProblem(root, problem))];
  const { check, delivery, hook } = harness.settings;
  return {
    stamp,
    ...(missing().length === 0 ? {} : { wanting: installed }),
    compiled: { ...compiled, rules: compiled.rules.filter(({ check }) => check.kind !== 'script') },
    problems: mistakes.length,
    mistakes: mistakes.slice(0, mostMistakes).map((problem) => ({ path: problem.path, text: renderMistake(problem) })),
    settings: {
      maxChars: delivery.maxChars,
      holdsAtStop: hook.holdsAtStop,
      holdPriority: hook.holdPriority,
      ...(hook.daemon ? {} : { daemon: false }),
      ...(check.exclude.length === 0
        ? {}
        : {
            exclude: picomatch.makeRe(check.exclude.length === 1 ? (check.exclude[0] ?? '') : `{${check.exclude.join(',')}}`, { dot: true })
              .source,
          }),
    },
  };
}

function renderMistake({ path, line, column, message, fix }: PageProblem): string {
  return `${path}:${line}:${column} ${message}${fix === undefined ? '' : ` ${fix}`}`;
}
