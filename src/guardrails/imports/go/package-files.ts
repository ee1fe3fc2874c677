import type { Tree } from '../../tree.ts';
import { folderOf } from '../repository-path.ts';

/** Before the package clause there is nothing but space and comments. */
const head = /^(?:\s|\/\/[^\n]*|\/\*[\s\S]*?\*\/)*/;
const ignored = /^\/\/(?:go:build| \+build)\s+ignore\s*$/m;

/** The files that a Go package is made of: a folder's, without tests and without those that no build takes. */
export class PackageFiles {
  readonly #tree: Tree;
  readonly #files = new Map<string, readonly string[]>();
  #folders: ReadonlyMap<string, readonly string[]> | undefined;

  constructor(tree: Tree) {
    this.#tree = tree;
  }

  in(folder: string): readonly string[] {
    const known = this.#files.get(folder);
    if (known !== undefined) return known;
    this.#folders ??= goFolders(this.#tree.paths());
    const files = (this.#folders.get(folder) ?? []).filter((path) => this.#isBuilt(path)).sort();
    this.#files.set(folder, files);
    return files;
  }

  /** Whatever the system and tags: a file for one of them is a part of the package. */
  #isBuilt(path: string): boolean {
    const text = this.#tree.read(path);
    return text !== undefined && !ignored.test(head.exec(text)?.[0] ?? '');
  }
}

function goFolders(paths: readonly string[]): Map<string, string[]> {
  const folders = new Map<string, string[]>();
  for (const path of paths) {
    if (!/(?:^|\/)[^/_.][^/]*\.go$/.test(path) || path.endsWith('_test.go')) continue;
    const folder = folderOf(path);
    const files = folders.get(folder);
    if (files === undefined) folders.set(folder, [path]);
    else files.push(path);
  }
  return folders;
}
