import { randomUUID } from 'node:crypto';
import type { CompiledRule } from '#kernel/records/compiled-rules.ts';
import { readSealed, writeSealed } from '#platform/state/sealed-file.ts';
import type { KeptFile, PackedFiles } from './kept-file.ts';
import { packFiles } from './pack-files.ts';
import { unpackFiles } from './unpack-files.ts';

/** What git's index vouches for, in one file with what was found: neither may be newer than the other. */
export interface KeptIndex {
  /** Of the index. */
  stamp: string;
  /** Known files for which it does not vouch. */
  unsure: ReadonlySet<string>;
}

interface StoredIndex {
  stamp: string;
  unsure: string[];
}

/** All files as they were when it was written. */
interface Whole {
  id: string;
  index: StoredIndex | null;
  packed: PackedFiles;
}

/** Those that have changed since. It counts as long as that whole is there. */
interface Since {
  index: StoredIndex | null;
  packed: PackedFiles;
  gone: string[];
}

/** Of so few of all files the changes are written by themselves. */
const mostChanged = 1 / 20;

/** Files that are kept on disk, and written as far as they have changed: a whole that was read takes ten times as long to write again as one file. */
export class KeptStore {
  readonly files: Map<string, KeptFile>;
  readonly #about: { file: string; key: string };
  readonly #rules: readonly CompiledRule[];
  /** Of the whole that lies there; undefined where there is none. */
  #id: string | undefined;
  #index: KeptIndex | undefined;
  /** Whether there is anything that does not lie there yet. */
  #isBehind = false;
  readonly #changed = new Set<string>();
  readonly #gone = new Set<string>();

  /** What is not whole, or was kept under another key, counts as not there. */
  constructor(about: { file: string; key: string }, rules: readonly CompiledRule[]) {
    this.#about = about;
    this.#rules = rules;
    const text = readSealed(about.file, about.key);
    const whole: Whole | undefined = text === undefined ? undefined : JSON.parse(text);
    this.#id = whole?.id;
    this.files = whole === undefined ? new Map() : unpackFiles(whole.packed, rules);
    this.#index = opened(whole?.index);
    const later = this.#id === undefined ? undefined : readSealed(this.#laterFile, `${about.key} ${this.#id}`);
    if (later !== undefined) this.#read(JSON.parse(later));
    this.#isBehind = false;
  }

  get index(): KeptIndex | undefined {
    return this.#index;
  }

  set index(index: KeptIndex | undefined) {
    this.#index = index;
    this.#isBehind = true;
  }

  set(path: string, file: KeptFile): void {
    this.files.set(path, file);
    this.#gone.delete(path);
    this.touch(path);
  }

  /** To be told where a file was changed in its place. */
  touch(path: string): void {
    this.#changed.add(path);
    this.#isBehind = true;
  }

  delete(path: string): void {
    this.files.delete(path);
    this.#changed.delete(path);
    this.#gone.add(path);
    this.#isBehind = true;
  }

  /** Nothing where all lies there already. */
  write(): void {
    if (!this.#isBehind) return;
    this.#isBehind = false;
    const index = this.index === undefined ? null : { stamp: this.index.stamp, unsure: [...this.index.unsure] };
    if (this.#id !== undefined && this.#changed.size + this.#gone.size <= this.files.size * mostChanged) {
      const changed = [...this.#changed].flatMap((path) => this.#entry(path));
      const since: Since = { index, packed: packFiles(changed, this.#rules), gone: [...this.#gone] };
      writeSealed(this.#laterFile, `${this.#about.key} ${this.#id}`, JSON.stringify(since));
      return;
    }
    this.#id = randomUUID();
    this.#changed.clear();
    this.#gone.clear();
    const whole: Whole = { id: this.#id, index, packed: packFiles([...this.files], this.#rules) };
    writeSealed(this.#about.file, this.#about.key, JSON.stringify(whole));
  }

  #read({ gone, index, packed }: Since): void {
    this.index = opened(index);
    for (const [path, file] of unpackFiles(packed, this.#rules)) this.set(path, file);
    for (const path of gone) this.delete(path);
  }

  #entry(path: string): [path: string, file: KeptFile][] {
    const file = this.files.get(path);
    return file === undefined ? [] : [[path, file]];
  }

  get #laterFile(): string {
    return this.#about.file.replace(/\.json$/, '.since.json');
  }
}

function opened(index: StoredIndex | null | undefined): KeptIndex | undefined {
  return index === null || index === undefined ? undefined : { stamp: index.stamp, unsure: new Set(index.unsure) };
}
