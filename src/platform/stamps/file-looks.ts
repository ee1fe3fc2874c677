import fs from 'node:fs';
import { type FileStamp, isSettled, readStamp } from './file-stamp.ts';

/** What is at a path: a file by its stamp, or one that was written so shortly before that its stamp cannot be relied on; or something else. */
export type FileLook = FileStamp | 'unsettled' | 'link' | 'other' | 'missing';

const quietly = { throwIfNoEntry: false } as const;

/** What whoever lists files knows of all of them, so that nobody has to look. */
export interface Tidings {
  /** Whether a file has the stamp still which whoever asks knows. */
  isSame?(path: string): boolean;
  /** Whether a regular file is there. Whoever reads it can be spared a look at it. */
  isThere?(path: string): boolean;
}

/** Looks at files below a folder, at each once until it is told to forget: whoever lists files and whoever knows them look together. */
export class FileLooks {
  readonly #root: string;
  readonly #looks = new Map<string, FileLook>();
  /** Of what links lead to. */
  readonly #linked = new Map<string, FileStamp | undefined>();
  #tidings: Tidings = {};
  /** Files of which the tidings are old. */
  readonly #outdated = new Set<string>();

  constructor(root: string) {
    this.#root = root;
  }

  /** To be told of files at which it need not look. What it has seen itself counts more. */
  hear(tidings: Tidings): void {
    this.#tidings = { ...this.#tidings, ...tidings };
  }

  isVouchedFor(path: string): boolean {
    return this.#isHearsay(path) && this.#tidings.isSame?.(path) === true;
  }

  isThere(path: string): boolean {
    return this.isVouchedFor(path) || this.isUnseen(path) || this.at(path) !== 'missing';
  }

  /** Whether nobody has looked at a file that is there. */
  isUnseen(path: string): boolean {
    return this.#isHearsay(path) && this.#tidings.isThere?.(path) === true;
  }

  #isHearsay(path: string): boolean {
    return !(this.#looks.has(path) || this.#outdated.has(path));
  }

  /** To be told of a file that is being read, before it is: its own stamp, or that nothing is known of it. */
  see(path: string, stamp: FileStamp | undefined): void {
    if (this.isUnseen(path)) this.#looks.set(path, settled(stamp) ?? 'unsettled');
  }

  /** `before`: a stamp it may still have. It is given back where it holds: ten thousand equal ones would only be moved about until the end. */
  at(path: string, before?: FileStamp): FileLook {
    if (before !== undefined && this.isVouchedFor(path)) return before;
    let look = this.#looks.get(path);
    if (look === undefined) {
      look = lookAt(`${this.#root}/${path}`);
      if (before !== undefined && typeof look === 'object' && isSameStamp(before, look)) look = before;
      this.#looks.set(path, look);
    }
    return look;
  }

  /** Links followed; undefined where there is no stamp that can be relied on. */
  stampOf(path: string, before?: FileStamp): FileStamp | undefined {
    const look = this.at(path, before);
    if (look !== 'link') return typeof look === 'object' ? look : undefined;
    if (!this.#linked.has(path)) this.#linked.set(path, settled(readStamp(`${this.#root}/${path}`)));
    return this.#linked.get(path);
  }

  /** Looks again at these files, and at those that were written just before it looked, when it is asked next. */
  forget(paths: Iterable<string>): void {
    for (const path of paths) this.#forgetOne(path);
    for (const [path, look] of this.#looks) if (look === 'unsettled') this.#forgetOne(path);
    this.#linked.clear();
  }

  #forgetOne(path: string): void {
    this.#looks.delete(path);
    this.#outdated.add(path);
  }

  /** Looks at every file again when it is asked next. */
  forgetAll(): void {
    this.#looks.clear();
    this.#linked.clear();
    this.#outdated.clear();
    this.#tidings = {};
  }
}

export function isSameStamp(a: FileStamp, b: FileStamp): boolean {
  return a === b || (a.mtimeMs === b.mtimeMs && a.size === b.size && a.ctimeMs === b.ctimeMs && a.ino === b.ino);
}

function lookAt(file: string): FileLook {
  try {
    const stat = fs.lstatSync(file, quietly);
    if (stat === undefined) return 'missing';
    if (stat.isFile()) return settled(stat) ?? 'unsettled';
    return stat.isSymbolicLink() ? 'link' : 'other';
  } catch {
    return 'missing'; // a folder on its way is a file now
  }
}

function settled(stamp: FileStamp | undefined): FileStamp | undefined {
  return stamp !== undefined && isSettled(stamp) ? stamp : undefined;
}
