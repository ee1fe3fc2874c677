import type { Tree } from '#guardrails/tree.ts';
import type { CheckScope } from '../check/open-scope.ts';

/** Whose baseline it is, and as which files are in question see it: the worktree's, or the staged one. */
export interface BaselinePlace {
  root: string;
  scope: CheckScope;
  tree: Tree;
}
