import type { CompiledRule } from '#kernel/records/compiled-rules.ts';
import type { Hit, TreeContext } from '../kind/check-kind.ts';
import type { Tree } from '../tree.ts';
import type { Memory } from './run-result.ts';
import { identityOfPaths, treeMemory } from './tree-memory.ts';

interface Packed {
  state: string;
  hits: [rule: string, hits: Hit[]][];
}

/** What rules that look at several files found the last time, as long as not one file of the repository has changed since. */
class KeptHits {
  readonly hits: Map<string, Hit[]>;
  readonly #memory: Memory;
  #tree: Tree | undefined;
  #state: string;

  constructor(memory: Memory) {
    this.#memory = memory;
    const text = memory.kept('hits');
    const packed: Packed = text === undefined ? { state: '', hits: [] } : JSON.parse(text);
    this.hits = new Map(packed.hits);
    this.#state = packed.state;
  }

  /** To be called before each rule: forgets what was found in another state of the tree. */
  begin(tree: Tree): void {
    if (tree === this.#tree) return;
    this.#tree = tree;
    const paths = tree.paths();
    const state = this.#memory.identityOf([...paths, ...paths.map((path) => this.#memory.identity(path))].join('\0'));
    if (state !== this.#state) this.hits.clear();
    this.#state = state;
  }

  record(rule: string, hits: Hit[]): void {
    this.hits.set(rule, hits);
    this.#memory.keep('hits', () => {
      const packed: Packed = { state: this.#state, hits: [...this.hits] };
      return JSON.stringify(packed);
    });
  }
}

const allKept = new WeakMap<Memory, KeptHits>();

/** The hits of a rule in the whole of a tree: those of the last time where they still hold, else what is found. */
export function keptHits(rule: CompiledRule, { paths, tree, whole }: TreeContext, find: () => Hit[]): Hit[] {
  const memory = treeMemory(tree);
  if (memory === undefined || !whole) return find();
  const kept = allKept.get(memory) ?? new KeptHits(memory);
  allKept.set(memory, kept);
  kept.begin(tree);
  const key = JSON.stringify([rule.files, rule.check, identityOfPaths(memory, paths)]);
  const known = kept.hits.get(key);
  if (known !== undefined) return known;
  const hits = find();
  kept.record(key, hits);
  return hits;
}
