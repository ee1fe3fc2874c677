import type { HookAnswer, HookInput } from '#kernel/records/hook.ts';
import { worktreeTree } from '#platform/git/worktree-tree.ts';
import type { HookContext } from './hook-parts.ts';
import { ledgerOf } from './ledger-of.ts';
import { look, type Run } from './look.ts';
import type { Edit } from './look-at-edit.ts';
import { noteTouched, sayNew } from './say-new.ts';

interface EditCheck {
  edit: Edit;
  run: Run;
  /** What the rules need before they run; other work is done before it is waited for. */
  ready?: () => Promise<void>;
}

/** Checks the files an edit tool wrote, and says what this session has not heard yet. */
export async function afterEdit(
  input: HookInput & { event: 'post-tool' },
  { edit: { rules, texts }, run, ready }: EditCheck,
  context: HookContext,
): Promise<HookAnswer> {
  const paths = [...texts.keys()];
  if (paths.length === 0) return { kind: 'silent' };
  const ledger = ledgerOf(input, context);
  noteTouched(input, paths, context);
  await ready?.();
  const tree = { ...worktreeTree(context.repository, paths), read: (path: string) => texts.get(path) };
  return sayNew(input, { paths, look: look({ tree, paths, rules, run, moment: input.event }, context), ledger }, context);
}
