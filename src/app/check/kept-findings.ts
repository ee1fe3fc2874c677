import { createHash } from 'node:crypto';
import type { Memory, Remembered } from '#guardrails/run-rules.ts';
import type { Tree } from '#guardrails/tree.ts';
import type { CompiledRules } from '#kernel/records/compiled-rules.ts';
import { fileStamp } from '#platform/files/file-stamp.ts';
import { readSealed, writeSealed } from '#platform/state/sealed-file.ts';
import { type PackedFile, packFile, unpackFile } from './packed-file.ts';

/** Bump when the shape of the file changes. */
const formatVersion = 3;

interface OpenFile {
  path: string;
  /** From before it was read: what was written meanwhile is looked at again. */
  stamp: string;
  read?: { text: string | undefined };
}

/**
 * What earlier checks of a worktree found, in one file. A file is the same when its stamp is, or else its text: so a
 * clone, a branch switch and a touched file cost a read and not a check. A file that is not whole counts as none.
 */
export class KeptFindings implements Memory {
  readonly #about: { file: string; root: string; key: string };
  readonly #rules: CompiledRules['rules'];
  readonly #before: ReadonlyMap<string, PackedFile>;
  readonly #now = new Map<string, PackedFile>();
  readonly #stamps = new Map<string, string>();
  #tree: Tree | undefined;
  /** The file in question. */
  #open: OpenFile | undefined;
  #changed = false;

  constructor(place: { file: string; root: string; engine: string }, rules: CompiledRules) {
    this.#rules = rules.rules;
    const key = digest(JSON.stringify([formatVersion, place.engine, rules.rules]));
    this.#about = { file: place.file, root: place.root, key };
    this.#before = new Map(read(place.file, key).map((packed) => [packed[0], packed]));
  }

  /** Looks at all known files at once. To be called while git lists them: neither waits for the other. */
  lookAhead(): void {
    for (const [path, kept] of this.#before) if (kept[3] === 1) this.#stamps.set(path, fileStamp(this.#about.root, path));
  }

  /** Hands on a text that had to be read to recognise its file. */
  over(tree: Tree): Tree {
    this.#tree = tree;
    return { ...tree, read: (path) => (this.#open?.path === path ? this.#textOf(this.#open) : tree.read(path)) };
  }

  knows(path: string): boolean {
    const kept = this.#before.get(path);
    return kept !== undefined && (kept[3] === 0 || this.#isSame(path, kept));
  }

  file(path: string): Remembered | undefined {
    this.#open = undefined;
    const kept = this.#before.get(path);
    if (kept?.[3] === 0) return this.#recall(kept); // no rule is for it, whatever it says
    if (kept !== undefined && this.#isSame(path, kept)) return this.#recall(kept);
    const stamp = this.#stampOf(path);
    this.#open = { path, stamp };
    if (kept === undefined || kept[2] !== digest(this.#textOf(this.#open))) return undefined;
    const [, , ...rest] = kept;
    this.#changed ||= stamp !== '';
    return this.#recall([path, stamp, ...rest]);
  }

  keepFile(path: string, found: Remembered): void {
    if (this.#open?.path !== path) return;
    const file = found.looked ? { path, stamp: this.#open.stamp, hash: digest(this.#textOf(this.#open)) } : { path, stamp: '', hash: '' };
    this.#now.set(path, packFile(file, found, this.#rules));
    this.#changed = true;
  }

  /** Keeps what is known now, of these files only. What cannot be written is found again. */
  save(paths: readonly string[]): void {
    const files: PackedFile[] = [];
    for (const path of paths) {
      const packed = this.#now.get(path) ?? this.#before.get(path);
      if (packed !== undefined) files.push(packed);
    }
    if (!this.#changed && files.length === this.#before.size) return;
    writeSealed(this.#about.file, this.#about.key, JSON.stringify(files));
  }

  #isSame(path: string, [, stamp]: PackedFile): boolean {
    return stamp !== '' && stamp === this.#stampOf(path);
  }

  #stampOf(path: string): string {
    const known = this.#stamps.get(path) ?? fileStamp(this.#about.root, path);
    this.#stamps.set(path, known);
    return known;
  }

  #textOf(open: OpenFile): string | undefined {
    open.read ??= { text: this.#tree?.read(open.path) };
    return open.read.text;
  }

  #recall(kept: PackedFile): Remembered {
    this.#now.set(kept[0], kept);
    return unpackFile(kept, this.#rules);
  }
}

function read(file: string, key: string): PackedFile[] {
  const kept = readSealed(file, key);
  if (kept === undefined) return [];
  const files: PackedFile[] = JSON.parse(kept);
  return files;
}

/** A file that is no text has one as well. */
function digest(text: string | undefined): string {
  return text === undefined ? 'no text' : createHash('sha256').update(text).digest('base64url');
}
