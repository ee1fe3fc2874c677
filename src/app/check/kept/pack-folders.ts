import type { FileStamp } from '#platform/stamps/file-stamp.ts';
import { type FolderState, type KnownFolders, namesLength } from '#platform/stamps/folder-stamps.ts';
import { aligned, splitHead, withHead } from './headed-bytes.ts';

interface Head {
  folders: number;
}

/** Folders as bytes for this machine: three doubles a stamp (-1 where there is none), names of one length, paths. */
export function packFolders(folders: readonly FolderState[]): Buffer {
  const head: Head = { folders: folders.length };
  const numbers = folders.flatMap(({ stamp }) => (stamp === undefined ? [-1, -1, -1] : [stamp.mtimeMs, stamp.ctimeMs, stamp.ino]));
  return withHead(
    head,
    Buffer.from(new Float64Array(numbers).buffer),
    Buffer.from(folders.map(({ names }) => names.padEnd(namesLength)).join('')),
    Buffer.from(folders.map(({ path }) => path).join('\0')),
  );
}

/** What `packFolders` packed. Of a folder that is as it was nothing is made but its path. */
export class FolderPack implements KnownFolders {
  readonly paths: readonly string[];
  readonly #stamps: Float64Array;
  readonly #names: string;

  constructor(packed: Buffer) {
    const { head, body } = splitHead<Head>(packed);
    const names = head.folders * 24;
    const paths = names + head.folders * namesLength;
    this.#stamps = new Float64Array(aligned(body.subarray(0, names)));
    this.#names = body.toString('latin1', names, paths);
    this.paths = head.folders === 0 ? [] : body.toString('utf8', paths).split('\0');
  }

  /** A folder's size says nothing that its times do not, and some file systems count it late. */
  hasStamp(index: number, { ctimeMs, ino, mtimeMs }: FileStamp): boolean {
    const at = index * 3;
    return this.#stamps[at] === mtimeMs && this.#stamps[at + 1] === ctimeMs && this.#stamps[at + 2] === ino;
  }

  namesAt(index: number): string {
    return this.#names.slice(index * namesLength, (index + 1) * namesLength).trimEnd();
  }

  stateAt(index: number): FolderState {
    return { path: this.paths[index] ?? '', stamp: this.#stampAt(index * 3), names: this.namesAt(index) };
  }

  #stampAt(at: number): FileStamp | undefined {
    const [mtimeMs = -1, ctimeMs = -1, ino = -1] = this.#stamps.subarray(at, at + 3);
    return mtimeMs === -1 ? undefined : { size: 0, mtimeMs, ctimeMs, ino };
  }
}
