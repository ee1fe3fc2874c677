import type { Remembered } from '#guardrails/run-rules.ts';
import type { FilePack } from './file-pack.ts';
import type { KeptFile } from './kept-file.ts';

/** What a pack says of a file: that a rule was for it, or that none was; that one was and what it found; nothing, or not the last word. */
export type Glance = 'quiet' | 'unlooked' | 'more' | 'elsewhere';

/** The files of a pack, with what became of them since. */
export class KeptFiles {
  readonly #pack: FilePack | undefined;
  /** Undefined for a file that is gone. */
  readonly #changed = new Map<string, KeptFile | undefined>();
  #size: number;

  constructor(pack: FilePack | undefined) {
    this.#pack = pack;
    this.#size = pack?.paths.length ?? 0;
  }

  get size(): number {
    return this.#size;
  }

  get(path: string): KeptFile | undefined {
    const index = this.#unchangedAt(path);
    return index === -1 ? this.#changed.get(path) : this.#pack?.at(index);
  }

  has(path: string): boolean {
    return this.#unchangedAt(path) !== -1 || this.#changed.get(path) !== undefined;
  }

  /** Where the pack has the last word of a file; -1 for others. */
  #unchangedAt(path: string): number {
    return this.#changed.has(path) ? -1 : (this.#pack?.indexOf(path) ?? -1);
  }

  /** The same as `get` tells, without making anything. */
  glance(path: string): Glance {
    const index = this.#unchangedAt(path);
    if (this.#pack === undefined || index === -1) return 'elsewhere';
    if (!this.#pack.looked(index)) return 'unlooked';
    return this.#pack.isQuiet(index) ? 'quiet' : 'more';
  }

  /** What was found in each of these files, of which `glance` tells that there is more. */
  foundIn(paths: readonly string[]): Remembered[] {
    const pack = this.#pack;
    return pack === undefined ? [] : paths.map((path) => pack.foundAt(pack.indexOf(path)));
  }

  hasStamp(path: string): boolean {
    const index = this.#unchangedAt(path);
    return index === -1 ? this.#changed.get(path)?.stamp !== undefined : this.#pack?.hasStamp(index) === true;
  }

  set(path: string, file: KeptFile): void {
    if (!this.has(path)) this.#size += 1;
    this.#changed.set(path, file);
  }

  delete(path: string): void {
    if (this.has(path)) this.#size -= 1;
    this.#changed.set(path, undefined);
  }

  *paths(): Generator<string> {
    for (const path of this.#pack?.paths ?? []) if (!this.#changed.has(path)) yield path;
    for (const [path, file] of this.#changed) if (file !== undefined) yield path;
  }

  *entries(): Generator<[path: string, file: KeptFile]> {
    for (const path of this.paths()) {
      const file = this.get(path);
      if (file !== undefined) yield [path, file];
    }
  }

  /** Those that are not among these paths, which are sorted. */
  missingIn(paths: readonly string[]): string[] {
    const missing: string[] = [];
    let at = 0;
    for (const path of this.#pack?.paths ?? []) {
      while (at < paths.length && paths[at] !== path && (paths[at] ?? '') < path) at += 1;
      if (paths[at] === path) at += 1;
      else if (!this.#changed.has(path)) missing.push(path);
    }
    if (this.#changed.size === 0) return missing;
    const wanted = new Set(paths);
    for (const [path, file] of this.#changed) if (file !== undefined && !wanted.has(path)) missing.push(path);
    return missing;
  }
}
