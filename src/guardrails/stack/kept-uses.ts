import type { StackCheck } from '#kernel/records/guardrail.ts';
import type { Memory } from '../run/run-result.ts';
import { treeMemory } from '../run/tree-memory.ts';
import type { Tree } from '../tree.ts';
import type { LibraryUse } from './library-use.ts';

/** So few are read again in less time than all are written. */
const fewestToKeep = 32;

interface Packed {
  files: string;
  identities: string;
  uses: [index: number, uses: readonly LibraryUse[]][];
}

/** What each file uses for one concern, from one run to the next: it holds while the text of the file does. */
class KeptUses {
  readonly #memory: Memory;
  readonly #onChange: () => void;
  /** Files that are not in what was kept. */
  readonly #fresh = new Set<string>();
  readonly #files = new Map<string, { identity: string; uses: readonly LibraryUse[] }>();

  constructor(memory: Memory, packed: Packed | undefined, onChange: () => void) {
    this.#memory = memory;
    this.#onChange = onChange;
    const identities = packed?.identities.split(' ') ?? [];
    const uses = new Map(packed?.uses);
    const paths = packed === undefined || packed.files === '' ? [] : packed.files.split('\0');
    for (const [index, path] of paths.entries()) this.#files.set(path, { identity: identities[index] ?? '', uses: uses.get(index) ?? [] });
  }

  forgetMissing(tree: Tree): void {
    for (const path of this.#files.keys()) if (!tree.has(path)) this.#files.delete(path);
  }

  recall(path: string): readonly LibraryUse[] | undefined {
    const kept = this.#files.get(path);
    return kept !== undefined && kept.identity === this.#memory.identity(path) ? kept.uses : undefined;
  }

  record(path: string, uses: readonly LibraryUse[]): void {
    this.#files.set(path, { identity: this.#memory.identity(path), uses });
    this.#fresh.add(path);
    if (this.#fresh.size > fewestToKeep) this.#onChange();
  }

  packed(): Packed {
    this.#fresh.clear();
    const kept = [...this.#files.values()];
    return {
      files: [...this.#files.keys()].join('\0'),
      identities: kept.map(({ identity }) => identity).join(' '),
      uses: [...kept.entries()].flatMap(([index, { uses }]) => (uses.length === 0 ? [] : [[index, uses]])),
    };
  }
}

interface AllKept {
  before: Readonly<Record<string, Packed>>;
  concerns: Map<string, KeptUses>;
}

const allKept = new WeakMap<Memory, AllKept>();

/** One a concern for as long as the memory lives, which may be longer than a run. Concerns that no page has any more are dropped. */
export function keptUses(tree: Tree, check: StackCheck): KeptUses | undefined {
  const memory = treeMemory(tree);
  if (memory === undefined) return undefined;
  const all = allKept.get(memory) ?? open(memory);
  allKept.set(memory, all);
  const key = JSON.stringify(check);
  const kept = all.concerns.get(key) ?? new KeptUses(memory, all.before[key], () => memory.keep('stack', () => render(all)));
  all.concerns.set(key, kept);
  kept.forgetMissing(tree);
  return kept;
}

function open(memory: Memory): AllKept {
  const text = memory.kept('stack');
  return { before: text === undefined ? {} : JSON.parse(text), concerns: new Map() };
}

function render({ concerns }: AllKept): string {
  return JSON.stringify(Object.fromEntries([...concerns].map(([key, kept]) => [key, kept.packed()])));
}
