import { compileRules } from '#guardrails/compile-rules.ts';
import { compareText } from '#kernel/compare-text.ts';
import type { CompiledRules } from '#kernel/records/compiled-rules.ts';
import type { PageProblem } from '#kernel/records/page-problem.ts';
import { isSample } from '#pages/is-sample.ts';
import { type Harness, loadHarness } from '#pages/load-harness.ts';
import { describeMissing } from './describe-missing.ts';
import type { LeftOut } from './find-left-out.ts';
import { folderGlobs } from './folder-globs.ts';
import { leaveOut } from './leave-out.ts';
import { packageVersion } from './package-version.ts';
import { placeProblem } from './place-problem.ts';

/** A worktree's harness with its rules compiled, and everything that is wrong with it. */
export interface ReadRules {
  harness: Harness;
  /** The rules of pages without a mistake that a check kind sees. */
  rules: CompiledRules;
  /** Ids of guardrails whose kind nothing here runs, or whose language is not installed. */
  notRun: string[];
  /** Those of them that wait for a grammar. */
  left?: LeftOut;
  /** By path, line and column. */
  problems: PageProblem[];
  /** What to say of packages without which rules of some kinds can neither be compiled nor run. */
  absent: ReturnType<typeof describeMissing>;
}

/** Reads and compiles the harness of a worktree; `root` is its real path. Mistakes are values here. */
export function readRules(root: string): ReadRules {
  const harness = loadHarness(root);
  const inForce = harness.guardrails.filter((page) => !isSample(page));
  const about = { engine: packageVersion(), pagesHash: harness.hash };
  const everything = compileRules(inForce, about);
  const wanted = everything.missing().some(({ install }) => install !== undefined);
  const { rest, left } = wanted ? leaveOut(root, inForce) : { rest: inForce };
  const { compiled, problems, notRun, missing } = left === undefined ? everything : compileRules(rest, about);
  const placed = [...problems, ...folderGlobs(root, harness.guardrails)].map((problem) => placeProblem(root, problem));
  const all = [...harness.problems, ...placed].sort(byPlace);
  const found = { harness, rules: compiled, problems: all, absent: describeMissing(missing(), root) };
  return left === undefined ? { ...found, notRun } : { ...found, notRun: [...notRun, ...left.ids], left };
}

function byPlace(a: PageProblem, b: PageProblem): number {
  return compareText(a.path, b.path) || a.line - b.line || a.column - b.column;
}
