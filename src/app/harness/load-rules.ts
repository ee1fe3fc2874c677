import { MisuseError } from '#kernel/errors.ts';
import type { PageProblem } from '#kernel/records/page-problem.ts';
import { findHarnessRoot } from './find-harness-root.ts';
import { harnessError } from './harness-error.ts';
import { type ReadRules, readRules } from './read-rules.ts';

/** A worktree's harness, without a mistake, ready to run. */
export interface LoadedRules extends Omit<ReadRules, 'absent' | 'problems'> {
  /** Real path of the worktree. */
  root: string;
}

/**
 * The same for who can do without the pages that have a mistake: those mistakes are handed on. `matters` says which ones
 * stand in the way all the same, of a harness that was read as far as it goes.
 */
export function loadSoundRules(
  cwd: string,
  matters: (problem: PageProblem, harness: LoadedRules['harness']) => boolean,
): LoadedRules & { problems: PageProblem[] } {
  const root = findHarnessRoot(cwd);
  const { absent, problems, ...rules } = readRules(root);
  if (absent !== undefined) throw new MisuseError(absent.message, { code: 'missing-package', fix: absent.fix });
  const serious = problems.filter((problem) => matters(problem, rules.harness));
  if (serious.length > 0) throw harnessError(serious);
  return { root, ...rules, problems };
}

/** Reads and compiles the harness that `cwd` belongs to. Every mistake in its pages is said at once. */
export function loadRules(cwd: string): LoadedRules {
  const root = findHarnessRoot(cwd);
  const { absent, problems, ...rules } = readRules(root);
  if (absent !== undefined) throw new MisuseError(absent.message, { code: 'missing-package', fix: absent.fix });
  if (problems.length > 0) throw harnessError(problems);
  return { root, ...rules };
}
