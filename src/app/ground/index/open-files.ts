import { setImmediate as breathe } from 'node:timers/promises';
import type { Postings } from '#knowledge/ground-index.ts';
import { makeIndex } from '#knowledge/make-index.ts';
import { readSealedBytes, writeSealed } from '#platform/state/sealed-file.ts';
import { type IndexPlace, indexPlace } from './index-place.ts';
import { isSource } from './is-source.ts';
import { pack, unpack } from './pack.ts';
import type { WorktreeLook } from './worktree-look.ts';

export interface FileWords {
  files: string[];
  fileUnits: Postings;
}

interface Kept extends FileWords {
  stamps: string[];
}

/** Where files are read from. */
export interface Sources {
  /** Still under way. */
  look: Promise<WorktreeLook>;
  read(path: string): string | undefined;
  onRead(count: number): void;
  /** Documents that are nobody's knowledge. */
  isLeftOut(path: string): boolean;
}

/** Files between two looks whether somebody wants us to stop. */
const batch = 64;

/** The words of all source files: of those that changed since they were read last, by reading. */
export async function openFiles(place: IndexPlace, sources: Sources, signal?: AbortSignal): Promise<FileWords> {
  const kept = openKept(place);
  const { read, onRead } = sources;
  const look = await sources.look;
  const known = new Map(kept?.files.map((file, unit) => [file, unit]));
  const files = look.paths.filter(isSource);
  const stamps = files.map((file) => look.stampOf(file) ?? '');
  const isSame = (index: number, unit: number | undefined) =>
    unit !== undefined && stamps[index] !== '' && kept?.stamps[unit] === stamps[index];
  if (
    kept !== undefined &&
    files.length === kept.files.length &&
    files.every((file, index) => kept.files[index] === file && isSame(index, index))
  )
    return kept;
  const units: Parameters<typeof makeIndex.units>[0][number][] = [];
  for (const [index, file] of files.entries()) {
    const unit = known.get(file);
    units.push(unit !== undefined && isSame(index, unit) ? unit : makeIndex.file(file, read(file) ?? ''));
    if (index % batch !== batch - 1) continue;
    onRead(batch);
    await breathe();
    signal?.throwIfAborted();
  }
  const fresh = { files, stamps, fileUnits: makeIndex.units(units, kept?.fileUnits) };
  keep(place, fresh);
  return fresh;
}

function keep(place: IndexPlace, { files, stamps, fileUnits }: Kept): void {
  const { file, key } = indexPlace(place, 'files');
  const head = [files.join('\0'), stamps.join('\0')].join('\n');
  writeSealed(file, key, pack(head, [fileUnits.starts, fileUnits.terms, fileUnits.counts]));
}

function openKept(place: IndexPlace): Kept | undefined {
  const { file, key } = indexPlace(place, 'files');
  const content = readSealedBytes(file, key);
  if (content === undefined) return undefined;
  const { head, numbers, bytes } = unpack(content);
  const cut = head.lastIndexOf('\n'); // a path may hold one
  const [files, stamps] = [head.slice(0, cut), head.slice(cut + 1)];
  return {
    files: files === '' ? [] : files.split('\0'),
    stamps: stamps.split('\0'),
    fileUnits: { starts: numbers(0), terms: numbers(1), counts: bytes(2) },
  };
}
