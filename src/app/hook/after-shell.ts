import { readLedger } from '#delivery/session-ledger.ts';
import { isReadOnly } from '#guardrails/is-read-only.ts';
import type { HookAnswer, HookInput } from '#kernel/records/hook.ts';
import { changedSince } from '#platform/git/changed-since.ts';
import { checkWritten } from './check-written.ts';
import type { HookContext } from './hook-parts.ts';
import { noteTouched, sayNew } from './say-new.ts';

/** A hook that took longer would be felt; git answers in tens of milliseconds. */
const gitTimeoutMs = 1500;

/** Checks the files a shell line wrote, which git knows, and says what this session has not heard yet. */
export function afterShell(input: HookInput & { event: 'post-tool' }, command: string, context: HookContext): HookAnswer {
  if (isReadOnly(command)) return { kind: 'silent' };
  const ledger = readLedger(context.spool.read(input.session), input.subagent);
  // A call whose begin was not seen (hooks wired half way through) can have written since the last thing we saw.
  const began = ledger.began.get(input.toolUseId) ?? { at: ledger.lastAt || context.now };
  const paths = changedSince(context.repository, began, gitTimeoutMs);
  if (paths.length === 0) return { kind: 'silent' };
  noteTouched(input, paths, context);
  return sayNew(input, { paths, look: checkWritten(paths, input.event, context), ledger }, context);
}
