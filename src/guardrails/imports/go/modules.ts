import type { Tree } from '../../tree.ts';
import { foldersUp, joinInside } from '../repository-path.ts';
import { type ModuleFile, parseModuleFile } from './parse-module-file.ts';

/** The modules of a repository: where each lies, and which of them a file's own module can see. */
export class Modules {
  readonly #tree: Tree;
  readonly #files = new Map<string, ModuleFile | undefined>();
  readonly #visible = new Map<string, ReadonlyMap<string, string>>();

  constructor(tree: Tree) {
    this.#tree = tree;
  }

  /** Folder of a package of this repository, as a file of `folder` would import it. */
  packageFolder(folder: string, importPath: string): string | undefined {
    const own = this.#moduleOf(folder);
    if (own === undefined) return undefined;
    const visible = this.#visibleFrom(own);
    const module = longestPrefix(importPath, [...visible.keys()]);
    const root = module === undefined ? undefined : visible.get(module);
    if (module === undefined || root === undefined) return undefined;
    const found = joinInside(root, `./${importPath.slice(module.length)}`);
    // A module inside of a module is no part of it.
    return found !== undefined && this.#moduleOf(found) === root ? found : undefined;
  }

  /** The required module that a package belongs to. */
  requiredModule(folder: string, importPath: string): string | undefined {
    const own = this.#moduleOf(folder);
    return longestPrefix(importPath, own === undefined ? [] : (this.#file(own, 'go.mod')?.required ?? []));
  }

  #moduleOf(folder: string): string | undefined {
    return foldersUp(folder).find((candidate) => this.#file(candidate, 'go.mod')?.module !== undefined);
  }

  /** Folders by module path: the file's own, those its go.mod replaces, those of its workspace. */
  #visibleFrom(own: string): ReadonlyMap<string, string> {
    const known = this.#visible.get(own);
    if (known !== undefined) return known;
    const visible = new Map<string, string>();
    this.#addReplaced(visible, own, this.#file(own, 'go.mod'));
    const workspace = foldersUp(own).find((folder) => this.#file(folder, 'go.work') !== undefined);
    if (workspace !== undefined) this.#addWorkspace(visible, workspace, own);
    this.#addModule(visible, own);
    this.#visible.set(own, visible);
    return visible;
  }

  /** A module that the workspace does not use is built without it. */
  #addWorkspace(visible: Map<string, string>, workspace: string, own: string): void {
    const file = this.#file(workspace, 'go.work');
    const folders = (file?.used ?? []).flatMap((used) => joinInside(workspace, used) ?? []);
    if (!folders.includes(own)) return;
    this.#addReplaced(visible, workspace, file);
    for (const folder of folders) this.#addModule(visible, folder);
  }

  #addReplaced(visible: Map<string, string>, base: string, file: ModuleFile | undefined): void {
    for (const [module, target] of file?.replaced ?? []) {
      const folder = joinInside(base, target);
      if (folder !== undefined && this.#file(folder, 'go.mod') !== undefined) visible.set(module, folder);
    }
  }

  #addModule(visible: Map<string, string>, folder: string): void {
    const module = this.#file(folder, 'go.mod')?.module;
    if (module !== undefined) visible.set(module, folder);
  }

  #file(folder: string, name: 'go.mod' | 'go.work'): ModuleFile | undefined {
    const path = folder === '' ? name : `${folder}/${name}`;
    if (this.#files.has(path)) return this.#files.get(path);
    const text = this.#tree.has(path) ? this.#tree.read(path) : undefined;
    const file = text === undefined ? undefined : parseModuleFile(text);
    this.#files.set(path, file);
    return file;
  }
}

function longestPrefix(importPath: string, modules: readonly string[]): string | undefined {
  const fitting = modules.filter((module) => importPath === module || importPath.startsWith(`${module}/`));
  return fitting.sort((left, right) => right.length - left.length)[0];
}
