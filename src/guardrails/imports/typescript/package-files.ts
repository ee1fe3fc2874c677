import type { Tree } from '../../tree.ts';
import { folderOf, joinInside } from '../repository-path.ts';
import { findIndexFile, findModuleFile } from './find-module-file.ts';
import { asString } from './json.ts';
import type { Manifests } from './manifests.ts';
import { packageTargets } from './package-targets.ts';
import { findSourceOfBuild } from './source-of-build.ts';

/** Files by the paths that imports and package.json files give them: without extension, as a folder, or as built. */
export class PackageFiles {
  readonly #tree: Tree;
  readonly #manifests: Manifests;
  #listed: ReadonlySet<string> | undefined;

  constructor(tree: Tree, manifests: Manifests) {
    this.#tree = tree;
    this.#manifests = manifests;
  }

  /** The file or folder at a path. */
  at(base: string): string | undefined {
    if (/(?:^|\/)node_modules(?:\/|$)/.test(base)) return undefined;
    return this.#sourceFirst(base, findModuleFile(this.#tree, base) ?? this.inFolder(base));
  }

  inFolder(folder: string): string | undefined {
    const manifest = folder === '' ? undefined : this.#manifests.in(folder);
    return (manifest === undefined ? undefined : this.#mainFile(folder)) ?? findIndexFile(this.#tree, folder);
  }

  /** What `import "name/subpath"` means, for the package in a folder. */
  entry(folder: string, subpath: string): string | undefined {
    const exported = packageTargets(this.#manifests.in(folder)?.exports, subpath === '' ? '.' : `./${subpath}`);
    for (const target of exported) {
      const path = this.#inside(folder, target);
      if (path !== undefined) return path;
    }
    if (subpath !== '') return this.#inside(folder, subpath) ?? this.#inside(folder, `src/${subpath}`);
    return (
      this.#mainFile(folder) ??
      ['src', '.', 'lib'].map((inner) => findIndexFile(this.#tree, joinInside(folder, inner) ?? '')).find((path) => path !== undefined)
    );
  }

  importTargets(folder: string, specifier: string): string[] {
    return packageTargets(this.#manifests.in(folder)?.imports, specifier);
  }

  /** As in Node, the main file may be a folder with an index, but not one with a main file of its own: that could go on for ever. */
  #mainFile(folder: string): string | undefined {
    const manifest = this.#manifests.in(folder);
    for (const field of ['source', 'module', 'main', 'types', 'typings']) {
      const target = asString(manifest?.[field]);
      const base = target === undefined ? undefined : joinInside(folder, target);
      if (base === undefined) continue;
      const path = this.#sourceFirst(base, findModuleFile(this.#tree, base) ?? findIndexFile(this.#tree, base));
      if (path !== undefined) return path;
    }
    return undefined;
  }

  #inside(folder: string, relative: string): string | undefined {
    const base = joinInside(folder, relative);
    return base === undefined ? undefined : this.at(base);
  }

  /** The answer must be the same before and after a build, so a product gives way to its source. */
  #sourceFirst(base: string, found: string | undefined): string | undefined {
    if (found !== undefined && !this.#isBuildProduct(found)) return found;
    return findSourceOfBuild(this.#tree, this.#manifests.packageOf(folderOf(base)) ?? '', base) ?? found;
  }

  /** What lies in a build folder and git does not know was built. */
  #isBuildProduct(path: string): boolean {
    if (!(/(?:^|\/)(?:dist|lib|build|out|output|esm|cjs|es)\//.test(path) && /\.(?:d\.[cm]?ts|[cm]?jsx?)$/.test(path))) return false;
    this.#listed ??= new Set(this.#tree.paths());
    return !this.#listed.has(path);
  }
}
