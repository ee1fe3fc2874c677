import { hash } from 'node:crypto';
import type { Memory, Recalled, Remembered } from '#guardrails/run-rules.ts';
import type { Tree } from '#guardrails/tree.ts';
import type { CompiledRules } from '#kernel/records/compiled-rules.ts';
import { type FileLooks, isSameStamp } from '#platform/stamps/file-looks.ts';
import type { FileStamp } from '#platform/stamps/file-stamp.ts';
import type { IndexLook } from '#platform/stamps/index-look.ts';
import { readSealed, writeSealed } from '#platform/state/sealed-file.ts';
import type { KeptFile } from './kept-file.ts';
import type { KeptFiles } from './kept-files.ts';
import { KeptStore } from './kept-store.ts';

/** Bump when the shape of the file changes. */
const formatVersion = 8;

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
  readonly looks: FileLooks;
  readonly #about: { file: string; engineKey: string };
  readonly #store: KeptStore;
  readonly #files: KeptFiles;
  /** Identities of files that are not kept, in the run that is on. */
  readonly #others = new Map<string, string>();
  readonly #writers = new Map<string, () => string>();
  /** Of texts that were read before their turn, and after their stamp was taken. */
  readonly #hashes = new Map<string, string>();
  #tree: Tree | undefined;
  /** The file in question. */
  #open: OpenFile | undefined;
  /** Files that are known since this check, as far as the kept index does not speak of them. */
  readonly #fresh = new Set<string>();

  constructor(place: { file: string; looks: FileLooks; engine: string }, rules: CompiledRules) {
    this.looks = place.looks;
    const key = digest(JSON.stringify([formatVersion, place.engine, rules.rules]));
    const engineKey = digest(JSON.stringify([formatVersion, place.engine]));
    this.#about = { file: place.file, engineKey };
    this.#store = new KeptStore({ file: place.file, key }, rules.rules);
    this.#files = this.#store.files;
  }

  /**
   * To be told what git says of all files. Where the index is the one of the last check, it vouches for those that are as the index
   * says: they were so then, and have their stamp still. Else it looks at all files that it knows if that is worth it (`whole`), and not
   * when each is asked for.
   */
  rely(index: IndexLook | undefined, whole: boolean): void {
    if (index === undefined || this.#store.index?.stamp !== index.stamp) {
      if (whole) for (const path of this.#files.paths()) this.#stampOf(path);
      return;
    }
    const { unsure } = this.#store.index;
    this.looks.hear({ isSame: (path) => !(unsure.has(path) || index.differing.has(path)) && this.#files.hasStamp(path) });
  }

  /** Keeps for the next check for which files git can vouch; of those it knew before that holds. To be called where all files were looked at. */
  keepIndex({ differing, stamp }: IndexLook, unwatched: readonly string[]): void {
    const before = this.#store.index?.stamp === stamp ? this.#store.index.unsure : undefined;
    const strange = new Set(unwatched);
    const unsure = [...(before === undefined ? this.#files.paths() : this.#fresh)].filter((path) => {
      const kept = this.#files.get(path);
      return before?.has(path) !== true && (strange.has(path) || differing.has(path) || kept === undefined || !this.#isSame(path, kept));
    });
    this.#fresh.clear();
    if (before !== undefined && unsure.length === 0) return;
    this.#store.index = { stamp, unsure: new Set([...(before ?? []), ...unsure]) };
  }

  /** Hands on a text that had to be read to recognise its file. One that is read before its turn is not read again to be recognised. */
  over(tree: Tree): Tree {
    this.#tree = tree;
    this.#others.clear();
    this.#hashes.clear();
    return { ...tree, read: (path) => (this.#open?.path === path ? this.#textOf(this.#open) : this.#readEarly(path)) };
  }

  #readEarly(path: string): string | undefined {
    if (this.#files.has(path)) return this.#tree?.read(path);
    if (!this.looks.isUnseen(path)) this.#stampOf(path);
    const text = this.#tree?.read(path);
    this.looks.see(path, undefined); // it could not be opened: what it is now was not read
    this.#hashes.set(path, digest(text));
    return text;
  }

  recall(paths: readonly string[]): Recalled {
    const recalled: Recalled = { looked: [], found: [], left: [] };
    const more: string[] = [];
    for (const path of paths) {
      const glance = this.#files.glance(path);
      if (glance === 'unlooked') continue; // no rule is for it, whatever it says
      if (glance === 'elsewhere' || !this.looks.isVouchedFor(path)) this.#recallOne(path, recalled);
      else {
        recalled.looked.push(path);
        if (glance === 'more') more.push(path);
      }
    }
    return { ...recalled, found: [...recalled.found, ...this.#files.foundIn(more)] };
  }

  #recallOne(path: string, { found, left, looked }: Recalled): void {
    const kept = this.#files.get(path);
    if (kept === undefined || (kept.looked && !this.#isSame(path, kept))) left.push(path);
    else {
      if (kept.looked) looked.push(path);
      found.push(kept.found());
    }
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
    if (stamp !== undefined) this.#store.touch(path);
    return kept.found();
  }

  keepFile(path: string, found: Remembered): void {
    if (this.#open?.path !== path) return;
    const early = this.#open.read === undefined ? this.#hashes.get(path) : undefined;
    const hash = found.looked ? (early ?? digest(this.#textOf(this.#open))) : '';
    this.#store.set(path, { stamp: this.#open.stamp, hash, looked: found.looked, found: () => found });
    this.#fresh.add(path);
  }

  identity(path: string): string {
    const kept = this.#files.get(path);
    if (kept !== undefined && kept.hash !== '' && this.#isSame(path, kept)) return kept.hash;
    const known = this.#others.get(path) ?? this.#hashes.get(path);
    if (known !== undefined) return known;
    const stamp = this.#stampOf(path);
    const hash = digest(this.#tree?.read(path));
    this.#others.set(path, hash);
    if (kept?.looked === false) {
      this.#store.set(path, { stamp, hash, looked: false, found: () => kept.found() });
      this.#fresh.add(path);
    }
    return hash;
  }

  identityOf(text: string | undefined): string {
    return digest(text);
  }

  kept(name: string): string | undefined {
    return readSealed(this.#fileOf(name), this.#about.engineKey);
  }

  keep(name: string, write: () => string): void {
    this.#writers.set(name, write);
  }

  /** Keeps what is known now, of these files only, which are sorted. What cannot be written is found again. */
  save(paths: readonly string[]): void {
    for (const [name, write] of this.#writers) writeSealed(this.#fileOf(name), this.#about.engineKey, write());
    this.#writers.clear();
    for (const path of this.#files.missingIn(paths)) this.#store.delete(path);
    const { index } = this.#store;
    if (index !== undefined && this.#fresh.size > 0) this.#store.index = { ...index, unsure: new Set([...index.unsure, ...this.#fresh]) };
    this.#store.write();
  }

  #fileOf(name: string): string {
    return this.#about.file.replace(/\.pack$/, `.${name}.json`);
  }

  #isSame(path: string, kept: KeptFile): boolean {
    if (this.looks.isVouchedFor(path)) return true;
    const { stamp } = kept;
    const now = stamp && this.#stampOf(path);
    return stamp !== undefined && now !== undefined && isSameStamp(stamp, now);
  }

  /** Undefined where it cannot be relied on, because the file is missing or was written just now. */
  #stampOf(path: string): FileStamp | undefined {
    return this.looks.stampOf(path, this.#files.get(path)?.stamp);
  }

  #textOf(open: OpenFile): string | undefined {
    open.read ??= { text: this.#tree?.read(open.path) };
    return open.read.text;
  }
}

/** A file that is no text has one as well. */
function digest(text: string | undefined): string {
  return text === undefined ? 'no-text' : hash('sha256', text, 'base64url');
}
