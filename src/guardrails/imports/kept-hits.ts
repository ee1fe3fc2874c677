import type { CompiledRule } from '#kernel/records/compiled-rules.ts';
import type { Hit, TreeContext } from '../kind/check-kind.ts';
import type { Memory } from '../run/run-result.ts';
import { treeMemory } from '../run/tree-memory.ts';
import type { Tree } from '../tree.ts';
import { importGraphOf } from './import-graph.ts';
import { languageOf } from './languages.ts';

interface Packed {
  state: string;
  inputs: string[];
  hits: [rule: string, hits: Hit[]][];
}

/** What the rules found the last time, as long as not one file has changed that has to do with imports. */
class KeptHits {
  readonly hits: Map<string, Hit[]>;
  readonly #memory: Memory;
  #tree: Tree | undefined;
  /** Files that were read to find out where imports lead. */
  #inputs: string[];
  #state: string;

  constructor(memory: Memory) {
    this.#memory = memory;
    const text = memory.kept('imports-hits');
    const packed: Packed = text === undefined ? { state: '', inputs: [], hits: [] } : JSON.parse(text);
    this.hits = new Map(packed.hits);
    this.#inputs = packed.inputs;
    this.#state = packed.state;
  }

  /** To be called before each rule: forgets what does not hold in this tree. */
  begin(tree: Tree): void {
    if (tree === this.#tree) return;
    this.#tree = tree;
    const state = this.#stateOf(tree);
    if (state !== this.#state) this.hits.clear();
    this.#state = state;
  }

  record(rule: string, hits: Hit[], tree: Tree): void {
    this.hits.set(rule, hits);
    const inputs = importGraphOf(tree).inputs();
    if (inputs.join('\0') !== this.#inputs.join('\0')) {
      this.#inputs = inputs;
      this.#state = this.#stateOf(tree);
    }
    this.#memory.keep('imports-hits', () => {
      const packed: Packed = { state: this.#state, inputs: this.#inputs, hits: [...this.hits] };
      return JSON.stringify(packed);
    });
  }

  #stateOf(tree: Tree): string {
    const paths = tree.paths();
    const asked = [...paths.filter((path) => languageOf(path) !== undefined), ...this.#inputs];
    return this.#memory.identityOf([...paths, ...asked.map((path) => this.#memory.identity(path))].join('\0'));
  }
}

const allKept = new WeakMap<Memory, KeptHits>();

/** The hits of a rule in the whole of a tree: those of the last time where they still hold, else what is found. */
export function keptHits(rule: CompiledRule, { tree, whole }: TreeContext, find: () => Hit[]): Hit[] {
  const memory = treeMemory(tree);
  if (memory === undefined || !whole) return find();
  const kept = allKept.get(memory) ?? new KeptHits(memory);
  allKept.set(memory, kept);
  kept.begin(tree);
  const key = JSON.stringify([rule.files, rule.check]);
  const known = kept.hits.get(key);
  if (known !== undefined) return known;
  const hits = find();
  kept.record(key, hits, tree);
  return hits;
}
