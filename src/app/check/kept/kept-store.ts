import { randomUUID } from 'node:crypto';
import type { CompiledRule } from '#kernel/records/compiled-rules.ts';
import { readSealedBytes, writeSealed } from '#platform/state/sealed-file.ts';
import { FilePack } from './file-pack.ts';
import { type HeadedBytes, splitHead, withHead } from './headed-bytes.ts';
import type { KeptFile } from './kept-file.ts';
import { KeptFiles } from './kept-files.ts';
import { packFiles } from './pack-files.ts';

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

/** What a whole begins with, as a line of JSON before its pack: all files as they were when it was written. */
interface Whole {
  id: string;
  index: StoredIndex | null;
}

/** The same of those that have changed since. It counts as long as that whole is there. */
interface Since {
  index: StoredIndex | null;
  gone: string[];
}

/** Of so few of all files the changes are written by themselves. */
const mostChanged = 1 / 20;

/** Files that are kept on disk, and written as far as they have changed: a whole that was read takes ten times as long to write again as one file. */
export class KeptStore {
  readonly files: KeptFiles;
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
    const whole = opened<Whole>(readSealedBytes(about.file, about.key));
    this.#id = whole?.head.id;
    this.files = new KeptFiles(whole === undefined ? undefined : new FilePack(whole.body, rules));
    this.#index = indexIn(whole?.head);
    const later = this.#id === undefined ? undefined : opened<Since>(readSealedBytes(this.#laterFile, `${about.key} ${this.#id}`));
    if (later !== undefined) this.#read(later);
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
      const since: Since = { index, gone: [...this.#gone] };
      const changed = [...this.#changed].flatMap((path) => this.#entry(path));
      writeSealed(this.#laterFile, `${this.#about.key} ${this.#id}`, withHead(since, packFiles(changed, this.#rules)));
      return;
    }
    const whole: Whole = { id: randomUUID(), index };
    this.#id = whole.id;
    this.#changed.clear();
    this.#gone.clear();
    writeSealed(this.#about.file, this.#about.key, withHead(whole, packFiles([...this.files.entries()], this.#rules)));
  }

  #read({ head, body }: HeadedBytes<Since>): void {
    this.index = indexIn(head);
    const changed = new FilePack(body, this.#rules);
    for (const [index, path] of changed.paths.entries()) this.set(path, changed.at(index));
    for (const path of head.gone) this.delete(path);
  }

  #entry(path: string): [path: string, file: KeptFile][] {
    const file = this.files.get(path);
    return file === undefined ? [] : [[path, file]];
  }

  get #laterFile(): string {
    return this.#about.file.replace(/\.pack$/, '.since.pack');
  }
}

function opened<Head>(bytes: Buffer | undefined): HeadedBytes<Head> | undefined {
  return bytes === undefined ? undefined : splitHead(bytes);
}

function indexIn(head: Whole | Since | undefined): KeptIndex | undefined {
  return head?.index ? { stamp: head.index.stamp, unsure: new Set(head.index.unsure) } : undefined;
}
