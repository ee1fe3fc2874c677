import { createHash } from 'node:crypto';
import type { Memory, Remembered } from '#guardrails/run-rules.ts';
import type { Tree } from '#guardrails/tree.ts';
import type { CompiledRules } from '#kernel/records/compiled-rules.ts';
import { type FileStamp, isSettled, readStamp } from '#platform/files/file-stamp.ts';
import { readSealed, writeSealed } from '#platform/state/sealed-file.ts';
import type { KeptFile, PackedFiles } from './kept-file.ts';
import { packFiles } from './pack-files.ts';
import { unpackFiles } from './unpack-files.ts';

/** Bump when the shape of the file changes. */
const formatVersion = 4;

interface OpenFile {
  path: string;
  /** From before it was read: what was written meanwhile is looked at again. */
  stamp: FileStamp | undefined;
  read?: { text: string | undefined };
}

/**
 * What earlier checks of a worktree found, in one file. A file is the same when its stamp is, or else its text: so a
 * clone, a branch switch and a touched file cost a read and not a check. A file that is not whole counts as none.
 */
export class KeptFindings implements Memory {
  readonly #about: { file: string; root: string; key: string };
  readonly #rules: CompiledRules['rules'];
  readonly #files: Map<string, KeptFile>;
  /** Stamps as they are now. One of a file that was written just before it was taken can never be relied on. */
  readonly #stamps = new Map<string, FileStamp | 'missing' | 'unsettled'>();
  /** Of texts that were read before their turn, and after their stamp was taken. */
  readonly #hashes = new Map<string, string>();
  #tree: Tree | undefined;
  /** The file in question. */
  #open: OpenFile | undefined;
  #changed = false;

  constructor(place: { file: string; root: string; engine: string }, rules: CompiledRules) {
    this.#rules = rules.rules;
    const key = digest(JSON.stringify([formatVersion, place.engine, rules.rules]));
    this.#about = { file: place.file, root: place.root, key };
    this.#files = read(this.#about, this.#rules);
  }

  /** Looks at all known files at once. To be called while git lists them: neither waits for the other. */
  lookAhead(): void {
    for (const path of this.#files.keys()) this.#stampOf(path);
  }

  /** Whether there is something at a path, where that was looked at already. */
  isThere(path: string): boolean | undefined {
    const stamp = this.#stamps.get(path);
    return stamp === undefined ? undefined : stamp !== 'missing';
  }

  /** Looks again at these files, or at all, when it is asked next. */
  forgetStamps(paths?: Iterable<string>): void {
    if (paths === undefined) this.#stamps.clear();
    else for (const path of paths) this.#stamps.delete(path);
  }

  /** Hands on a text that had to be read to recognise its file. One that is read before its turn is not read again to be recognised. */
  over(tree: Tree): Tree {
    this.#tree = tree;
    this.#hashes.clear();
    return { ...tree, read: (path) => (this.#open?.path === path ? this.#textOf(this.#open) : this.#readEarly(path)) };
  }

  #readEarly(path: string): string | undefined {
    if (this.#files.has(path)) return this.#tree?.read(path);
    this.#stampOf(path);
    const text = this.#tree?.read(path);
    this.#hashes.set(path, digest(text));
    return text;
  }

  knows(path: string): boolean {
    const kept = this.#files.get(path);
    return kept !== undefined && (!kept.looked || this.#isSame(path, kept));
  }

  file(path: string): Remembered | undefined {
    this.#open = undefined;
    const kept = this.#files.get(path);
    if (kept !== undefined && this.#isSame(path, kept)) return kept.found();
    if (kept?.looked === false) return kept.found(); // no rule is for it, whatever it says
    const stamp = this.#stampOf(path);
    this.#open = { path, stamp };
    if (kept === undefined || kept.hash !== digest(this.#textOf(this.#open))) return undefined;
    kept.stamp = stamp;
    this.#changed ||= stamp !== undefined;
    return kept.found();
  }

  keepFile(path: string, found: Remembered): void {
    if (this.#open?.path !== path) return;
    const early = this.#open.read === undefined ? this.#hashes.get(path) : undefined;
    const hash = found.looked ? (early ?? digest(this.#textOf(this.#open))) : '';
    this.#files.set(path, { stamp: this.#open.stamp, hash, looked: found.looked, found: () => found });
    this.#changed = true;
  }

  /** Keeps what is known now, of these files only. What cannot be written is found again. */
  save(paths: readonly string[]): void {
    const known = paths.filter((path) => this.#files.has(path));
    if (!this.#changed && known.length === this.#files.size) return;
    const wanted = new Set(known);
    for (const path of this.#files.keys()) if (!wanted.has(path)) this.#files.delete(path);
    this.#changed = false;
    writeSealed(this.#about.file, this.#about.key, JSON.stringify(packFiles([...this.#files], this.#rules)));
  }

  #isSame(path: string, { stamp }: KeptFile): boolean {
    if (stamp === undefined) return false;
    const now = this.#stampOf(path);
    return now !== undefined && isEqual(stamp, now);
  }

  /** Undefined where it cannot be relied on, because the file is missing or was written just now. */
  #stampOf(path: string): FileStamp | undefined {
    const known = this.#stamps.get(path);
    const stamp = known ?? stampNow(`${this.#about.root}/${path}`);
    if (known === undefined) this.#stamps.set(path, stamp);
    return typeof stamp === 'string' ? undefined : stamp;
  }

  #textOf(open: OpenFile): string | undefined {
    open.read ??= { text: this.#tree?.read(open.path) };
    return open.read.text;
  }
}

function stampNow(file: string): FileStamp | 'missing' | 'unsettled' {
  const stamp = readStamp(file);
  if (stamp === undefined) return 'missing';
  return isSettled(stamp) ? stamp : 'unsettled';
}

function isEqual(a: FileStamp, b: FileStamp): boolean {
  return a.mtimeMs === b.mtimeMs && a.size === b.size && a.ctimeMs === b.ctimeMs && a.ino === b.ino;
}

function read({ file, key }: { file: string; key: string }, rules: CompiledRules['rules']): Map<string, KeptFile> {
  const kept = readSealed(file, key);
  if (kept === undefined) return new Map();
  const packed: PackedFiles = JSON.parse(kept);
  return unpackFiles(packed, rules);
}

/** A file that is no text has one as well. */
function digest(text: string | undefined): string {
  return text === undefined ? 'no-text' : createHash('sha256').update(text).digest('base64url');
}
