import { type Edit, occasionOfEdits } from '#delivery/guidance-occasion.ts';
import type { HookAnswer, HookInput, PlannedEdit } from '#kernel/records/hook.ts';
import { locatePath } from '#platform/files/locate-path.ts';
import { locateAndRead } from '#platform/files/read-inside.ts';
import { about } from './about.ts';
import type { HookContext } from './hook-parts.ts';
import { ledgerOf } from './ledger-of.ts';
import { sayGuidance } from './say-guidance.ts';

/** Says what bears on an edit before it is made, where no program would find the breach after. */
export function beforeEdit(
  input: HookInput & { event: 'pre-tool' },
  planned: readonly PlannedEdit[],
  context: HookContext,
): Promise<HookAnswer> {
  const edits = planned.flatMap((edit) => placeEdit(edit, { root: context.repository.root, cwd: input.cwd }));
  if (edits.length === 0) return Promise.resolve({ kind: 'silent' });
  noteEdit(input, edits, context);
  const { asked } = ledgerOf(input, context);
  const paths = [...new Set(edits.map(({ path }) => path))];
  const lead = `before you edit ${paths.slice(0, 3).join(', ')}`;
  return sayGuidance(input, { occasion: occasionOfEdits(edits, asked), lead, call: input.toolUseId }, context);
}

/** Nothing for a file outside of the repository. A new file is not there yet, and its folder need not be. */
function placeEdit({ path: anyPath, ...edit }: PlannedEdit, { root, cwd }: { root: string; cwd: string }): Edit[] {
  const file = locateAndRead(root, anyPath, cwd);
  const path = file?.path ?? locatePath(root, cwd, anyPath);
  if (path === undefined || path === '') return [];
  return [file?.text === undefined ? { ...edit, path } : { ...edit, path, before: file.text }];
}

/** After a patch that a shell line applies, Codex calls no hook: what it writes is looked at when the agent stops. */
function noteEdit(input: HookInput & { event: 'pre-tool' }, edits: readonly { path: string }[], context: HookContext): void {
  const { tool, toolUseId } = input;
  const paths = edits.map(({ path }) => path);
  context.spool.append(about(input, context), [
    { type: 'tool', toolUseId, tool },
    ...(tool === 'Bash' ? [{ type: 'touched' as const, paths, tool }] : []),
  ]);
}
