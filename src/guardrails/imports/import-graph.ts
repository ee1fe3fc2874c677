import type { Tree } from '../tree.ts';
import type { ImportEdge, ImportLanguage, ImportReader } from './language.ts';
import { languageOf } from './languages.ts';

/** Which file imports what, found file by file as it is asked for. */
export class ImportGraph {
  readonly #tree: Tree;
  readonly #edges = new Map<string, readonly ImportEdge[]>();
  readonly #readers = new Map<ImportLanguage, ImportReader>();

  constructor(tree: Tree) {
    this.#tree = tree;
  }

  edgesFrom(path: string): readonly ImportEdge[] {
    const known = this.#edges.get(path);
    if (known !== undefined) return known;
    const edges = this.#read(path);
    this.#edges.set(path, edges);
    return edges;
  }

  #read(path: string): ImportEdge[] {
    const language = languageOf(path);
    const text = language === undefined ? undefined : this.#tree.read(path);
    return language === undefined || text === undefined ? [] : this.#readerOf(language)(path, text);
  }

  #readerOf(language: ImportLanguage): ImportReader {
    let reader = this.#readers.get(language);
    if (reader === undefined) {
      reader = language.reader(this.#tree);
      this.#readers.set(language, reader);
    }
    return reader;
  }
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
