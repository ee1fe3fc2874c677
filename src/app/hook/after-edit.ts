import { readLedger } from '#delivery/session-ledger.ts';
import type { KindRunners } from '#guardrails/check-kind.ts';
import type { HookAnswer, HookInput } from '#kernel/records/hook.ts';
import { worktreeTree } from '#platform/git/worktree-tree.ts';
import type { HookContext } from './hook-engine.ts';
import { look } from './look.ts';
import type { Edit } from './look-at-edit.ts';
import { sayNew } from './say-new.ts';

/** Checks the files an edit tool wrote, and says what this session has not heard yet. */
export function afterEdit(
  input: HookInput & { event: 'post-tool' },
  context: HookContext & { edit: Edit },
  runners: KindRunners,
): HookAnswer {
  const { rules, texts } = context.edit;
  const paths = [...texts.keys()];
  if (paths.length === 0) return { kind: 'silent' };
  const ledger = readLedger(context.spool.read(input.session));
  const tree = { ...worktreeTree(context.repository.root, paths), read: (path: string) => texts.get(path) };
  return sayNew(input, { paths, look: look({ tree, paths, rules, runners, moment: input.event }, context), ledger }, context);
}
