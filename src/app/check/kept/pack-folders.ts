import type { FileStamp } from '#platform/stamps/file-stamp.ts';
import type { FolderState, KnownFolders } from '#platform/stamps/folder-stamps.ts';
import { namesLength } from '#platform/stamps/folder-stamps.ts';

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

/** What `packFolders` packed. Of a folder that is as it was nothing is made but its path. */
export class FolderPack implements KnownFolders {
  readonly paths: readonly string[];
  readonly #stamps: Float64Array;
  readonly #names: string;

  constructor(packed: Buffer) {
    const [count = 0] = new Float64Array(new Uint8Array(packed.subarray(0, 8)).buffer);
    const end = 8 + count * 24;
    this.#stamps = new Float64Array(new Uint8Array(packed.subarray(8, end)).buffer);
    this.#names = packed.toString('latin1', end, end + count * namesLength);
    this.paths = count === 0 ? [] : packed.toString('utf8', end + count * namesLength).split('\0');
  }

  /** A folder's size says nothing that its times do not, and some file systems count it late. */
  hasStamp(index: number, { ctimeMs, ino, mtimeMs }: FileStamp): boolean {
    const at = index * 3;
    return this.#stamps[at] === mtimeMs && this.#stamps[at + 1] === ctimeMs && this.#stamps[at + 2] === ino;
  }

  namesAt(index: number): string {
    return this.#names.slice(index * namesLength, (index + 1) * namesLength).trimEnd();
  }

  /** `renewed`: stamps that are others by now. */
  states(renewed: ReadonlyMap<number, FileStamp> = new Map()): FolderState[] {
    return this.paths.map((path, index) => ({ path, stamp: renewed.get(index) ?? this.#stampAt(index * 3), names: this.namesAt(index) }));
  }

  #stampAt(at: number): FileStamp | undefined {
    const [mtimeMs = -1, ctimeMs = -1, ino = -1] = this.#stamps.subarray(at, at + 3);
    return mtimeMs === -1 ? undefined : { size: 0, mtimeMs, ctimeMs, ino };
  }
}
