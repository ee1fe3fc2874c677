import { runRules } from '#guardrails/run-rules.ts';
import { worktreeTree } from '#platform/git/worktree-tree.ts';
import type { HookContext } from './hook-parts.ts';
import { type Look, look } from './look.ts';

/** Checks just these files of the worktree, with every rule. */
export function checkWritten(paths: readonly string[], moment: string, context: HookContext): Look {
  const tree = worktreeTree(context.repository, paths);
  return look({ tree, paths, moment, rules: context.rules.compiled.rules, run: runRules }, context);
}
