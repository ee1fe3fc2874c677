import type { Tree } from '../tree.ts';

/** One place in a file that names another module. */
export interface ImportSite {
  specifier: string;
  /** UTF-16 offsets of what names it, quotes included, end exclusive. */
  start: number;
  end: number;
}

/** Where an import leads. */
export type ImportTarget =
  /** A file of this repository. */
  | { kind: 'file'; path: string; names: readonly string[] }
  /** A package, a module of the runtime or a virtual module. */
  | { kind: 'external'; names: readonly string[] }
  /** Neither: a missing or generated file, or a convention that only a bundler knows. */
  | { kind: 'unresolved'; names: readonly string[] };

/** Of a file's edges. See `ImportEdge.part`. */
export type WhichTargets = 'all' | 'without parts';

export interface ImportEdge {
  /** Edges that share a site are one import: of a package that is several files. */
  site: ImportSite;
  target: ImportTarget;
  /** The target is a part of the file (`mod x;` in Rust): it counts for layers and forbidden edges, and makes no circle. */
  part?: true;
}

/** What one language knows of imports. `names` of its targets are what a person calls the module: its specifier and its package. */
export interface ImportLanguage {
  name: string;
  speaks(path: string): boolean;
  /** Sees the repository through the tree alone, and so never leaves it. */
  reader(tree: Tree): ImportReader;
  /** The sites of a text, where that alone says what they are: then they can be found before anybody asks where they lead. */
  sites?(path: string, text: string): ImportSite[];
}

export interface ImportReader {
  /** The imports of a file, in the order of its text. */
  read(path: string, text: string): ImportEdge[];
  /** The same of the sites that its edges had before, where their specifiers alone say where they lead. */
  resolve?(path: string, sites: readonly ImportSite[]): ImportEdge[];
}
