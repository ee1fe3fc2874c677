import type { Memory } from '../run/run-result.ts';
import { treeMemory } from '../run/tree-memory.ts';
import type { Tree } from '../tree.ts';
import { KeptEdges } from './kept-edges.ts';
import type { ImportEdge, ImportLanguage, ImportReader } from './language.ts';
import { languageOf } from './languages.ts';

/** How the imports of a language are found here, and what is kept of them. */
interface Source {
  reader: ImportReader;
  kept: KeptEdges | undefined;
}

/** Which file imports what, found file by file as it is asked for. */
export class ImportGraph {
  readonly #tree: Tree;
  readonly #edges = new Map<string, readonly ImportEdge[]>();
  readonly #sources = new Map<ImportLanguage, Source>();

  constructor(tree: Tree) {
    this.#tree = tree;
  }

  edgesFrom(path: string): readonly ImportEdge[] {
    const known = this.#edges.get(path);
    if (known !== undefined) return known;
    const language = languageOf(path);
    const edges = language === undefined ? [] : this.#find(path, this.#sourceOf(language));
    this.#edges.set(path, edges);
    return edges;
  }

  #find(path: string, { kept, reader }: Source): readonly ImportEdge[] {
    const before = kept?.recall(path);
    if (before?.edges !== undefined) return before.edges;
    const again = before === undefined ? undefined : reader.resolve?.(path, before.sites);
    const text = again === undefined ? this.#tree.read(path) : undefined;
    const edges = again ?? (text === undefined ? undefined : reader.read(path, text));
    if (edges !== undefined) kept?.record(path, text, edges);
    return edges ?? [];
  }

  #sourceOf(language: ImportLanguage): Source {
    let source = this.#sources.get(language);
    if (source === undefined) {
      const kept = keptEdges(this.#tree, language.name);
      source = { kept, reader: language.reader(kept?.begin(this.#tree) ?? this.#tree) };
      this.#sources.set(language, source);
    }
    return source;
  }
}

const allKept = new WeakMap<Memory, Map<string, KeptEdges>>();

/** One for as long as the memory lives, which may be longer than a run. */
function keptEdges(tree: Tree, language: string): KeptEdges | undefined {
  const memory = treeMemory(tree);
  if (memory === undefined) return undefined;
  const all = allKept.get(memory) ?? new Map<string, KeptEdges>();
  const kept = all.get(language) ?? new KeptEdges(memory, language);
  allKept.set(memory, all.set(language, kept));
  return kept;
}

const graphs = new WeakMap<Tree, ImportGraph>();

/** The graph of a tree, shared by all guardrails that look at it: a tree holds still for as long as a check runs. */
export function importGraphOf(tree: Tree): ImportGraph {
  let graph = graphs.get(tree);
  if (graph === undefined) {
    graph = new ImportGraph(tree);
    graphs.set(tree, graph);
  }
  return graph;
}
