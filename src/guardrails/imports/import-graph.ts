import type { Tree } from '../tree.ts';
import type { ImportLanguage, ImportSite, ImportTarget } from './language.ts';
import { languageOf } from './languages.ts';

export interface ImportEdge {
  site: ImportSite;
  target: ImportTarget;
}

/** Which file imports what, found file by file as it is asked for. */
export class ImportGraph {
  readonly #tree: Tree;
  readonly #edges = new Map<string, readonly ImportEdge[]>();
  readonly #resolvers = new Map<ImportLanguage, ReturnType<ImportLanguage['resolver']>>();

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
    if (language === undefined || text === undefined) return [];
    const resolve = this.#resolverOf(language);
    return language.extract(path, text).map((site) => ({ site, target: resolve(path, site.specifier) }));
  }

  #resolverOf(language: ImportLanguage) {
    let resolver = this.#resolvers.get(language);
    if (resolver === undefined) {
      resolver = language.resolver(this.#tree);
      this.#resolvers.set(language, resolver);
    }
    return resolver;
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
