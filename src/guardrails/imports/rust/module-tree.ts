import type { Tree } from '../../tree.ts';
import { folderOf, joinInside } from '../repository-path.ts';
import { parseRust } from './parse-rust.ts';
import type { ModuleItem, RustFile } from './rust-file.ts';

/** A module of a crate: a file, or an inline part of one. */
export interface RustModule {
  file: string;
  /** Names of the inline modules from the file to it. */
  scope: readonly string[];
  /** Where the files of its own modules lie. */
  folder: string;
  parent?: RustModule;
}

/** Which module holds which, as the `mod` items of the files say. Each file is read once. */
export class ModuleTree {
  readonly #tree: Tree;
  readonly #files = new Map<string, RustFile>();
  readonly #below = new Map<string, ReadonlyMap<string, RustModule>>();

  constructor(tree: Tree) {
    this.#tree = tree;
  }

  file(path: string): RustFile {
    const known = this.#files.get(path);
    if (known !== undefined) return known;
    const text = this.#tree.has(path) ? this.#tree.read(path) : undefined;
    const file = text === undefined ? { modules: [], uses: [] } : parseRust(text);
    this.#files.set(path, file);
    return file;
  }

  rootModule(file: string): RustModule {
    return { file, scope: [], folder: folderOf(file) };
  }

  child(module: RustModule, name: string): RustModule | undefined {
    for (const item of this.#items(module)) {
      const found = item.name === name ? this.moduleOf(module, item)[0] : undefined;
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** What a `mod` item stands for; several where `#[path]` says different things on different systems. */
  moduleOf(parent: RustModule, item: ModuleItem): RustModule[] {
    const { file, scope, folder } = parent;
    if (item.inline) {
      const inside = joinInside(folder, item.paths[0] ?? item.name) ?? folder;
      return [{ file, scope: [...scope, item.name], folder: inside, parent }];
    }
    const base = scope.length === 0 ? folderOf(file) : folder;
    const named = item.paths.flatMap((path) => joinInside(base, path) ?? []).map((path) => ({ path, folder: folderOf(path) }));
    const own = joinInside(folder, item.name);
    const usual = own === undefined ? [] : [`${own}.rs`, `${own}/mod.rs`].map((path) => ({ path, folder: own }));
    return [...named, ...usual]
      .filter(({ path }) => this.#tree.has(path))
      .map((place) => ({ file: place.path, scope: [], folder: place.folder, parent }));
  }

  /** The module that a file is, in the crate of that root. */
  find(root: string, file: string): RustModule | undefined {
    return this.#guess(root, file) ?? this.#modulesBelow(root).get(file);
  }

  /** By the usual names alone, so that one edited file does not cost a look at the whole crate. */
  #guess(root: string, file: string): RustModule | undefined {
    const top = this.rootModule(root);
    if (root === file) return top;
    const prefix = top.folder === '' ? '' : `${top.folder}/`;
    if (!file.startsWith(prefix)) return undefined;
    const names = file
      .slice(prefix.length)
      .replace(/(?:\/mod)?\.rs$/, '')
      .split('/');
    let module: RustModule | undefined = top;
    for (const name of names) module = module === undefined ? undefined : this.child(module, name);
    return module?.file === file ? module : undefined;
  }

  #modulesBelow(root: string): ReadonlyMap<string, RustModule> {
    const known = this.#below.get(root);
    if (known !== undefined) return known;
    const found = new Map<string, RustModule>([[root, this.rootModule(root)]]);
    const open = [...found.values()];
    for (let module = open.pop(); module !== undefined; module = open.pop()) {
      for (const child of this.#children(module)) {
        const isFile = child.scope.length === 0;
        if (isFile && found.has(child.file)) continue;
        if (isFile) found.set(child.file, child);
        open.push(child);
      }
    }
    this.#below.set(root, found);
    return found;
  }

  #children(module: RustModule): RustModule[] {
    return this.#items(module).flatMap((item) => this.moduleOf(module, item));
  }

  #items({ file, scope }: RustModule): ModuleItem[] {
    return this.file(file).modules.filter(
      (item) => item.scope.length === scope.length && item.scope.every((name, index) => name === scope[index]),
    );
  }
}
