import { occasionOfEdits } from '#delivery/guidance-occasion.ts';
import { isReadOnly } from '#guardrails/is-read-only.ts';
import type { HookAnswer, HookInput } from '#kernel/records/hook.ts';
import { changedLines } from '#platform/git/changed-lines.ts';
import { changedSince } from '#platform/git/changed-since.ts';
import { checkWritten } from './check-written.ts';
import type { HookContext } from './hook-parts.ts';
import { joinAnswers } from './join-answers.ts';
import { ledgerOf } from './ledger-of.ts';
import { sayGuidance } from './say-guidance.ts';
import { noteTouched, sayNew } from './say-new.ts';

/** A hook that took longer would be felt; git answers in tens of milliseconds. */
const gitTimeoutMs = 1500;

/** A command that writes more files than these generates them: nobody wrote them by hand. */
const mostPaths = 20;

/** Checks the files a shell line wrote, which git knows, and says what of findings and guidance this session has not heard yet. */
export async function afterShell(input: HookInput & { event: 'post-tool' }, command: string, context: HookContext): Promise<HookAnswer> {
  if (isReadOnly(command)) return { kind: 'silent' };
  const ledger = ledgerOf(input, context);
  // A call whose begin was not seen (hooks wired half way through) can have written since the last thing we saw.
  const began = ledger.began.get(input.toolUseId) ?? { at: ledger.lastAt || context.now };
  const paths = changedSince(context.repository, began, gitTimeoutMs);
  if (paths.length === 0) return { kind: 'silent' };
  noteTouched(input, paths, context);
  const found = sayNew(input, { paths, look: checkWritten(paths, input.event, context), ledger }, context);
  const bearing = await sayBearing(input, paths, context);
  return joinAnswers(found, bearing);
}

/** No moment before the edit could say it: nobody knew what the line would write. */
function sayBearing(input: HookInput & { event: 'post-tool' }, paths: readonly string[], context: HookContext): Promise<HookAnswer> {
  const { asked } = ledgerOf(input, context);
  const edits = changedLines(context.repository, paths.slice(0, mostPaths), gitTimeoutMs);
  return sayGuidance(
    input,
    { occasion: occasionOfEdits(edits, asked), lead: 'for what this command wrote', call: input.toolUseId },
    context,
  );
}
