import { occasionOfEdits } from '#delivery/guidance-occasion.ts';
import { readLedger } from '#delivery/session-ledger.ts';
import type { HookAnswer, HookInput, PlannedEdit } from '#kernel/records/hook.ts';
import { locateAndRead } from '#platform/files/read-inside.ts';
import type { HookContext } from './hook-parts.ts';
import { sayGuidance } from './say-guidance.ts';

/** Says what bears on an edit before it is made, where no program would find the breach after. */
export function beforeEdit(
  input: HookInput & { event: 'pre-tool' },
  planned: readonly PlannedEdit[],
  context: HookContext,
): Promise<HookAnswer> {
  const edits = planned.flatMap((edit) => {
    const file = locateAndRead(context.repository.root, edit.path, input.cwd);
    return file === undefined
      ? []
      : [
          {
            path: file.path,
            added: edit.added,
            removed: edit.removed,
            ...(edit.whole === undefined ? {} : { whole: edit.whole }),
            ...(file.text === undefined ? {} : { before: file.text }),
          },
        ];
  });
  if (edits.length === 0) return Promise.resolve({ kind: 'silent' });
  const { asked } = readLedger(context.spool.read(input.session), input.subagent);
  const paths = [...new Set(edits.map(({ path }) => path))];
  return sayGuidance(
    input,
    { occasion: occasionOfEdits(edits, asked), lead: `before you edit ${paths.slice(0, 3).join(', ')}`, call: input.toolUseId },
    context,
  );
}
