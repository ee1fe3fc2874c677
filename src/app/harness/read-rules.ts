import { compileRules } from '#guardrails/compile-rules.ts';
import { compareText } from '#kernel/compare-text.ts';
import type { CompiledRules } from '#kernel/records/compiled-rules.ts';
import type { PageProblem } from '#kernel/records/page-problem.ts';
import { isSample } from '#pages/is-sample.ts';
import { type Harness, loadHarness } from '#pages/load-harness.ts';
import { describeMissing } from './describe-missing.ts';
import { folderGlobs } from './folder-globs.ts';
import { packageVersion } from './package-version.ts';
import { placeProblem } from './place-problem.ts';

/** A worktree's harness with its rules compiled, and everything that is wrong with it. */
export interface ReadRules {
  harness: Harness;
  /** The rules of pages without a mistake that a check kind sees. */
  rules: CompiledRules;
  /** Ids of guardrails whose kind nothing here runs. */
  notRun: string[];
  /** By path, line and column. */
  problems: PageProblem[];
  /** What to say of packages without which rules of some kinds can neither be compiled nor run. */
  absent: ReturnType<typeof describeMissing>;
}

/** Reads and compiles the harness of a worktree; `root` is its real path. Mistakes are values here. */
export function readRules(root: string): ReadRules {
  const harness = loadHarness(root);
  const inForce = harness.guardrails.filter((page) => !isSample(page));
  const { compiled, problems, notRun, missing } = compileRules(inForce, { engine: packageVersion(), pagesHash: harness.hash });
  const placed = [...problems, ...folderGlobs(root, harness.guardrails)].map((problem) => placeProblem(root, problem));
  const all = [...harness.problems, ...placed].sort(byPlace);
  return { harness, rules: compiled, notRun, problems: all, absent: describeMissing(missing()) };
}

function byPlace(a: PageProblem, b: PageProblem): number {
  return compareText(a.path, b.path) || a.line - b.line || a.column - b.column;
}
