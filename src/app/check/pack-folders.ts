import { type FolderState, namesLength } from '#platform/stamps/folder-stamps.ts';

/** Folders as bytes for this machine: how many there are, three doubles a stamp (-1 where there is none), names of one length, paths. */
export function packFolders(folders: readonly FolderState[]): Buffer {
  const numbers = new Float64Array([
    folders.length,
    ...folders.flatMap(({ stamp }) => (stamp === undefined ? [-1, -1, -1] : [stamp.mtimeMs, stamp.ctimeMs, stamp.ino])),
  ]);
  return Buffer.concat([
    Buffer.from(numbers.buffer),
    Buffer.from(folders.map(({ names }) => names.padEnd(namesLength)).join('')),
    Buffer.from(folders.map(({ path }) => path).join('\0')),
  ]);
}

export function unpackFolders(packed: Buffer): FolderState[] {
  const [count = 0] = new Float64Array(new Uint8Array(packed.subarray(0, 8)).buffer);
  const end = 8 + count * 24;
  const stamps = new Float64Array(new Uint8Array(packed.subarray(8, end)).buffer);
  const names = packed.toString('latin1', end, end + count * namesLength);
  const paths = packed.toString('utf8', end + count * namesLength).split('\0');
  return paths.slice(0, count).map((path, index) => ({
    path,
    stamp: stampAt(stamps, index * 3),
    names: names.slice(index * namesLength, (index + 1) * namesLength).trimEnd(),
  }));
}

/** A folder's size is nobody's business. */
function stampAt(stamps: Float64Array, at: number): FolderState['stamp'] {
  const mtimeMs = stamps[at] ?? -1;
  return mtimeMs === -1 ? undefined : { size: 0, mtimeMs, ctimeMs: stamps[at + 1] ?? 0, ino: stamps[at + 2] ?? 0 };
}
