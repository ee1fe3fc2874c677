import type { Tree } from '../tree.ts';

/** One place in a file that names another module. */
export interface ImportSite {
  specifier: string;
  /** UTF-16 offsets of the quoted specifier, end exclusive. */
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

/** What one language knows of imports. `names` of its targets are what a person calls the module: its specifier and its package. */
export interface ImportLanguage {
  speaks(path: string): boolean;
  extract(path: string, text: string): ImportSite[];
  /** Sees the repository through the tree alone, and so never leaves it. */
  resolver(tree: Tree): (from: string, specifier: string) => ImportTarget;
}
