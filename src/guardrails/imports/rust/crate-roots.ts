import type { Tree } from '../../tree.ts';
import type { CargoPackage } from './cargo-packages.ts';

/** In which crates of its package a file can be, the likely one first; each is named by its root file. */
export class CrateRoots {
  readonly #tree: Tree;

  constructor(tree: Tree) {
    this.#tree = tree;
  }

  of(file: string, { folder, libraryRoot, programs }: CargoPackage): string[] {
    const prefix = folder === '' ? '' : `${folder}/`;
    const inside = file.slice(prefix.length);
    if (file === libraryRoot || programs.includes(file) || /^(?:src\/main|build)\.rs$/.test(inside)) return [file];
    const [, place, program, rest] = /^(src\/bin|tests|examples|benches)\/([^/]+)(\/.*)?$/.exec(inside) ?? [];
    if (place !== undefined && rest === undefined) return [file];
    const near = place === undefined ? [] : [`${prefix}${place}/${program}/main.rs`];
    const usual = [...near, ...programs, libraryRoot, `${prefix}src/main.rs`].filter((path) => this.#tree.has(path));
    const beside = place === undefined ? [] : this.#rootsIn(`${prefix}${place}/`);
    return [...new Set([...usual, ...beside])];
  }

  /** Each file directly in such a folder is a crate of its own, and they share the modules in the folders below. */
  #rootsIn(prefix: string): string[] {
    return this.#tree.paths().filter((path) => path.startsWith(prefix) && /^[^/]+\.rs$/.test(path.slice(prefix.length)));
  }
}
