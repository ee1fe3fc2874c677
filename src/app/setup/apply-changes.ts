import { MisuseError, type TackroomError } from '#kernel/errors.ts';
import { openTarget, removeFile, type StagedWrite, stageWrite } from '#platform/files/write-files.ts';
import { SetupError } from './errors.ts';
import type { FileChange } from './file-change.ts';

/**
 * Writes all changes or none: every new text lies beside its file before the first one takes its place. Where a step
 * fails after that, the error says what was written.
 */
export function applyChanges(root: string, changes: readonly FileChange[]): void {
  refuseStale(root, changes);
  const staged = stageAll(root, changes);
  const written: string[] = [];
  try {
    for (const write of staged) {
      write.commit();
      written.push(write.path);
    }
    for (const { path, after } of changes) {
      if (after !== undefined) continue;
      removeFile(root, path);
      written.push(path);
    }
  } catch (cause) {
    for (const write of staged) if (!written.includes(write.path)) write.discard();
    throw failed(changes, written, cause);
  }
}

function refuseStale(root: string, changes: readonly FileChange[]): void {
  const stale = changes.find((change) => openTarget(root, change.path).text !== change.before);
  if (stale === undefined) return;
  throw new SetupError(`${stale.path} was changed while the diff was on the screen. Nothing was written.`, {
    code: 'changed-meanwhile',
    fix: 'Run the command again.',
  });
}

function stageAll(root: string, changes: readonly FileChange[]): StagedWrite[] {
  const staged: StagedWrite[] = [];
  try {
    for (const { path, after } of changes) if (after !== undefined) staged.push(stageWrite(openTarget(root, path), after));
  } catch (cause) {
    for (const write of staged.toReversed()) write.discard();
    throw failed(changes, [], cause);
  }
  return staged;
}

function failed(changes: readonly FileChange[], written: readonly string[], cause: unknown): TackroomError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  const done = written.length === 0 ? 'Nothing was written.' : `Written: ${written.join(', ')}.`;
  const left = changes.map((change) => change.path).filter((path) => !written.includes(path));
  return new (cause instanceof MisuseError ? MisuseError : SetupError)(
    `The files could not all be written: ${reason}. ${done} Not written: ${left.join(', ')}.`,
    {
      code: 'write-failed',
      facts: { written, left },
      fix: 'Mend the cause (rights, free space) and run the command again: it goes on where it ended.',
      cause,
    },
  );
}
