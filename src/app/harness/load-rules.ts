import { compileRules, type RuleProblem } from '#guardrails/compile-rules.ts';
import { compareText } from '#kernel/compare-text.ts';
import { MisuseError } from '#kernel/errors.ts';
import type { CompiledRules } from '#kernel/records/compiled-rules.ts';
import type { PageProblem } from '#kernel/records/page-problem.ts';
import { type Harness, loadHarness } from '#pages/load-harness.ts';
import { locateKey } from '#pages/locate-key.ts';
import { renderProblems } from '#pages/render-problems.ts';
import { readInside } from '#platform/files/read-inside.ts';
import { describeMissing } from './describe-missing.ts';
import { findHarnessRoot } from './find-harness-root.ts';
import { packageVersion } from './package-version.ts';

/** A worktree's harness, without a mistake, ready to run. */
export interface LoadedRules {
  /** Real path of the worktree. */
  root: string;
  harness: Harness;
  rules: CompiledRules;
  /** Ids of guardrails whose kind nothing here runs. */
  notRun: string[];
}

/** Reads and compiles the harness that `cwd` belongs to. Every mistake in its pages is said at once. */
export function loadRules(cwd: string): LoadedRules {
  const root = findHarnessRoot(cwd);
  const harness = loadHarness(root);
  const { compiled, problems, notRun, missing } = compileRules(harness.guardrails, { engine: packageVersion(), pagesHash: harness.hash });
  const absent = describeMissing(missing());
  if (absent !== undefined) throw new MisuseError(absent.message, { code: 'missing-package', fix: absent.fix });
  const all = [...harness.problems, ...problems.map((problem) => placeProblem(root, problem))];
  if (all.length > 0) throw harnessError(all);
  return { root, harness, rules: compiled, notRun };
}

/** A rule's mistake is known by its keys; a person needs the line. */
function placeProblem(root: string, problem: RuleProblem): PageProblem {
  const { page, at, message, fix } = problem;
  return {
    path: page,
    ...locateKey(readInside(root, page) ?? '', at),
    code: 'invalid-rule',
    message,
    ...(fix === undefined ? {} : { fix }),
  };
}

function harnessError(problems: readonly PageProblem[]): MisuseError {
  const count = problems.length === 1 ? 'a mistake' : `${problems.length} mistakes`;
  return new MisuseError(`the harness has ${count}:\n${renderProblems(problems.toSorted(byPlace))}`, {
    code: 'invalid-harness',
    facts: { problems },
    fix: 'Nothing was done. Mend the pages named above, then run the command again.',
  });
}

function byPlace(a: PageProblem, b: PageProblem): number {
  return compareText(a.path, b.path) || a.line - b.line || a.column - b.column;
}
