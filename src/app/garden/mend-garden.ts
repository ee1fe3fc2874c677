import type { MendedDocument } from '#knowledge/plan-mends.ts';
import { openTarget, removeFile, stageWrite } from '#platform/files/write-files.ts';
import { diffOf } from '../fix/diff-of.ts';
import { type FixedFile, writeFixes } from '../fix/write-fixes.ts';

export interface MendSummary {
  /** What would be written; empty unless it is a dry run. */
  diff: string;
  /** What was done, and what was not and why. */
  lines: string[];
}

/** Writes mended documents, each in one step. One that goes elsewhere is written there before it is removed here. */
export function mendGarden(
  root: string,
  mended: readonly MendedDocument[],
  about: { dryRun: boolean; read(path: string): string | undefined },
): MendSummary {
  const files = mended.flatMap((one): (FixedFile & { movedTo?: string })[] => {
    const before = about.read(one.path);
    const after = before === undefined ? undefined : withLineEnds(before, one);
    if (before === undefined || after === undefined) return [];
    return [{ path: one.path, before, after, ...(one.movedTo === undefined ? {} : { movedTo: one.movedTo }) }];
  });
  if (about.dryRun) return { diff: files.map(showChange).join(''), lines: [`would change ${plural(files.length)}; nothing was written.`] };
  const staying = files.filter(({ movedTo }) => movedTo === undefined);
  const written = writeFixes(root, staying);
  const moved = files.flatMap(({ movedTo, ...file }) => (movedTo === undefined ? [] : [moveFile(root, file, movedTo)]));
  const done = written.files.length + moved.filter(({ isDone }) => isDone).length;
  return { diff: '', lines: [`mended ${plural(done)}.`, ...written.lines, ...moved.map(({ line }) => line)] };
}

function plural(count: number): string {
  return count === 1 ? '1 document' : `${count} documents`;
}

/** What the graph has is without carriage returns and byte order mark. A file with both kinds of line ends is left to people. */
function withLineEnds(raw: string, { before, after }: MendedDocument): string | undefined {
  if (raw === before) return after;
  const mark = raw.startsWith('\uFEFF') ? '\uFEFF' : '';
  const end = raw.includes('\r\n') ? '\r\n' : '\n';
  return mark + before.replaceAll('\n', end) === raw ? mark + after.replaceAll('\n', end) : undefined;
}

function showChange({ movedTo, ...file }: FixedFile & { movedTo?: string }): string {
  return movedTo === undefined ? diffOf(file) : `move ${file.path} to ${movedTo}\n${file.before === file.after ? '' : diffOf(file)}`;
}

function moveFile(root: string, { path, before, after }: FixedFile, to: string): { isDone: boolean; line: string } {
  try {
    const target = openTarget(root, to);
    if (target.text !== undefined || openTarget(root, path).text !== before)
      return { isDone: false, line: `${path} was left where it is: ${to} is taken, or it has changed meanwhile.` };
    stageWrite(target, after).commit();
    removeFile(root, path);
    return { isDone: true, line: `moved ${path} to ${to}.` };
  } catch (error) {
    return { isDone: false, line: `${path} was left where it is: ${error instanceof Error ? error.message : String(error)}` };
  }
}
