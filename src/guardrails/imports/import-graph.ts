import type { Memory } from '../run/run-result.ts';
import { treeMemory } from '../run/tree-memory.ts';
import type { Tree } from '../tree.ts';
import { KeptEdges } from './kept-edges.ts';
import type { ImportEdge, ImportLanguage, ImportReader, ImportSite, ImportTarget, WhichTargets } from './language.ts';
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
  /** Of texts that were read before anybody asked. */
  readonly #heard = new Map<string, readonly ImportSite[]>();
  readonly #specifiers = new Map<string, string>();

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

  /** Where the imports of a file lead, in a fraction of the time. */
  targetsFrom(path: string, which: WhichTargets): readonly ImportTarget[] {
    const language = languageOf(path);
    const known = language === undefined || this.#edges.has(path) ? undefined : this.#sourceOf(language).kept?.targets(path, which);
    return known ?? this.edgesFrom(path).flatMap(({ part, target }) => (part === true && which === 'without parts' ? [] : [target]));
  }

  /** Finds the imports of all files of a language that are not known, or not any more. Undefined where nothing is kept. */
  catchUp(language: ImportLanguage, paths: readonly string[]): KeptEdges | undefined {
    const { kept } = this.#sourceOf(language);
    if (kept === undefined) return undefined;
    for (const path of paths) if (!(this.#edges.has(path) || kept.isCurrent(path))) this.edgesFrom(path);
    return kept;
  }

  /** Takes what stands in a text, so that its file need not be read when somebody asks. */
  hear(path: string, text: string): void {
    if (this.#edges.has(path) || this.#heard.has(path)) return;
    const sites = this.#sitesOf(path, text);
    if (sites !== undefined) this.#heard.set(path, sites);
  }

  /** A piece of a text keeps all of it in memory, and most specifiers come many times: each is held once, by itself. */
  #sitesOf(path: string, text: string): ImportSite[] | undefined {
    const sites = languageOf(path)?.sites?.(path, text);
    for (const site of sites ?? []) {
      let specifier = this.#specifiers.get(site.specifier);
      if (specifier === undefined) {
        specifier = Buffer.from(site.specifier, 'utf16le').toString('utf16le');
        this.#specifiers.set(specifier, specifier);
      }
      site.specifier = specifier;
    }
    return sites;
  }

  #find(path: string, { kept, reader }: Source): readonly ImportEdge[] {
    const before = kept?.recall(path);
    if (before?.edges !== undefined) return before.edges;
    const known = before?.sites ?? this.#heard.get(path);
    const text = known === undefined || reader.resolve === undefined ? this.#tree.read(path) : undefined;
    const sites = known ?? (text === undefined ? undefined : this.#sitesOf(path, text));
    const again = sites === undefined ? undefined : reader.resolve?.(path, sites);
    const edges = again ?? (text === undefined ? undefined : reader.read(path, text));
    this.#heard.delete(path);
    kept?.record(path, edges ?? []);
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
