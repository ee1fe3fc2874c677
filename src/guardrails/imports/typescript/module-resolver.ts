import { isBuiltin } from 'node:module';
import type { Tree } from '../../tree.ts';
import type { ImportTarget } from '../language.ts';
import { rememberingTree } from '../remembering-tree.ts';
import { folderOf, joinInside } from '../repository-path.ts';
import { Aliases } from './aliases.ts';
import { Manifests } from './manifests.ts';
import { PackageFiles } from './package-files.ts';
import { Workspaces } from './workspaces.ts';

/**
 * Says where an import leads, as TypeScript and the usual bundlers would, from the files of the repository alone:
 * nothing needs to be installed or built.
 */
export function moduleResolver(tree: Tree): (from: string, specifier: string) => ImportTarget {
  const resolver = new ModuleResolver(rememberingTree(tree));
  return (from, specifier) => resolver.resolve(from, specifier);
}

class ModuleResolver {
  readonly #manifests: Manifests;
  readonly #files: PackageFiles;
  readonly #workspaces: Workspaces;
  readonly #aliases: Aliases;
  /** Of the file that was asked about last: its imports are asked about one after the other. */
  #last: { from: string; folder: string; context: string | undefined } = { from: '', folder: '', context: undefined };
  /** By folder and specifier: most imports come many times. */
  readonly #named = new Map<string, ImportTarget>();
  /** By path. */
  readonly #placed = new Map<string, ImportTarget>();

  constructor(tree: Tree) {
    this.#manifests = new Manifests(tree);
    this.#files = new PackageFiles(tree, this.#manifests);
    this.#workspaces = new Workspaces(tree, this.#manifests);
    this.#aliases = new Aliases({ tree, packageFolder: (folder, name) => this.#workspaces.packageFolder(folder, name) });
  }

  resolve(from: string, written: string): ImportTarget {
    const specifier = withoutLoaders(written);
    if (/^\.\.?(\/|$)/.test(specifier)) return this.#relative(from, specifier);
    const isScheme = /^[a-z][a-z+.-]+:/i.test(specifier);
    const aliased = isScheme ? undefined : this.#aliased(from, specifier);
    if (aliased !== undefined) return { kind: 'file', path: aliased, names: namesOf(specifier) };
    const context = this.#contextOf(from);
    return remembered(this.#named, `${context}\0${specifier}`, () => {
      const names = namesOf(specifier);
      if (isScheme) return { kind: 'external', names };
      const path = this.#inRepository(context, specifier);
      if (path !== undefined) return { kind: 'file', path, names };
      return { kind: packageName(specifier) === undefined ? 'unresolved' : 'external', names };
    });
  }

  #folderOf(from: string): string {
    if (this.#last.from !== from) this.#last = { from, folder: folderOf(from), context: undefined };
    return this.#last.folder;
  }

  #contextOf(from: string): string {
    const folder = this.#folderOf(from);
    this.#last.context ??= this.#manifests.contextOf(folder);
    return this.#last.context;
  }

  #relative(from: string, specifier: string): ImportTarget {
    const base = joinInside(this.#folderOf(from), specifier);
    if (base === undefined) return { kind: 'unresolved', names: [] };
    const isFolder = /(?:^|\/)\.{0,2}$/.test(specifier);
    return remembered(this.#placed, isFolder ? `${base}/` : base, () => this.#place(base, isFolder));
  }

  #place(base: string, isFolder: boolean): ImportTarget {
    const installed = /(?:^|\/)node_modules\/(.+)$/.exec(base)?.[1];
    if (installed !== undefined) return { kind: 'external', names: namesOf(installed) };
    const path = isFolder ? this.#files.inFolder(base) : this.#files.at(base);
    return path === undefined ? { kind: 'unresolved', names: [] } : { kind: 'file', path, names: [] };
  }

  #aliased(from: string, specifier: string): string | undefined {
    for (const base of this.#aliases.candidates(from, specifier)) {
      const path = this.#files.at(base);
      if (path !== undefined) return path;
    }
    return undefined;
  }

  #inRepository(folder: string, specifier: string): string | undefined {
    if (specifier.startsWith('#')) return this.#packageImport(folder, specifier);
    const name = packageName(specifier);
    const packageFolder = name === undefined ? undefined : this.#packageFolder(folder, name);
    if (name === undefined || packageFolder === undefined) return undefined;
    return this.#files.entry(packageFolder, specifier.slice(name.length + 1));
  }

  #packageFolder(folder: string, name: string): string | undefined {
    const own = this.#manifests.packageOf(folder);
    if (own !== undefined && this.#manifests.in(own)?.name === name) return own;
    return this.#workspaces.packageFolder(folder, name) ?? this.#manifests.linkedFolder(folder, name);
  }

  /** `#name`: the package's own `imports`, which may point to its files or to another package. */
  #packageImport(folder: string, specifier: string): string | undefined {
    const own = this.#manifests.packageOf(folder);
    if (own === undefined) return undefined;
    for (const target of this.#files.importTargets(own, specifier)) {
      const base = target.startsWith('.') ? joinInside(own, target) : undefined;
      const path = base === undefined ? this.#otherPackage(folder, target) : this.#files.at(base);
      if (path !== undefined) return path;
    }
    return undefined;
  }

  #otherPackage(folder: string, target: string): string | undefined {
    return target.startsWith('#') || target.startsWith('.') ? undefined : this.#inRepository(folder, target);
  }
}

function remembered(targets: Map<string, ImportTarget>, key: string, find: () => ImportTarget): ImportTarget {
  let target = targets.get(key);
  if (target === undefined) {
    target = find();
    targets.set(key, target);
  }
  return target;
}

/** `raw-loader!./a.txt?inline` names `./a.txt`. */
function withoutLoaders(specifier: string): string {
  return specifier.replace(/^.*!/, '').replace(/\?.*$/, '');
}

/** Undefined where no package can be called so: `@/x`, `~/x`, `/x`, `#x`. */
function packageName(specifier: string): string | undefined {
  return /^(?:@[^/@\s]+\/)?[a-z0-9_-][^/\s:@]*(?=\/|$)/i.exec(specifier)?.[0];
}

/** What a person may call the module: its specifier and its package; for a module of Node with and without `node:`. */
function namesOf(specifier: string): string[] {
  const bare = specifier.replace(/^node:/, '');
  const name = packageName(bare);
  const names = name === undefined || name === bare ? [bare] : [bare, name];
  return isBuiltin(specifier) ? names.flatMap((one) => [one, `node:${one}`]) : [specifier, ...names.filter((one) => one !== specifier)];
}
