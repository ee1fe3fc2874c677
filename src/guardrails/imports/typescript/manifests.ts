import type { Tree } from '../../tree.ts';
import { folderOf, foldersUp, joinInside } from '../repository-path.ts';
import { asObject, asString, type JsonObject, parseJsonObject } from './json.ts';

/** What says which packages there are, and where. */
const ofPackages = ['package.json', 'pnpm-workspace.yaml', 'lerna.json'];

/** The package.json files of a tree, each read once. */
export class Manifests {
  readonly #tree: Tree;
  readonly #contexts = new Map<string, string>();
  readonly #read = new Map<string, JsonObject | undefined>();

  constructor(tree: Tree) {
    this.#tree = tree;
  }

  in(folder: string): JsonObject | undefined {
    if (this.#read.has(folder)) return this.#read.get(folder);
    const path = folder === '' ? 'package.json' : `${folder}/package.json`;
    const text = this.#tree.has(path) ? this.#tree.read(path) : undefined;
    const manifest = text === undefined ? undefined : parseJsonObject(text);
    this.#read.set(folder, manifest);
    return manifest;
  }

  /** The folder of the package that a folder belongs to. */
  packageOf(folder: string): string | undefined {
    return foldersUp(folder).find((candidate) => this.in(candidate) !== undefined);
  }

  /** The nearest folder up from which any import that names a package, and no path, leads to the same place. */
  contextOf(folder: string): string {
    const known = this.#contexts.get(folder);
    if (known !== undefined) return known;
    const isOne = folder === '' || ofPackages.some((name) => this.#tree.has(`${folder}/${name}`));
    const context = isOne ? folder : this.contextOf(folderOf(folder));
    this.#contexts.set(folder, context);
    return context;
  }

  /** The folder that a dependency such as `link:../core` points to. */
  linkedFolder(folder: string, name: string): string | undefined {
    for (const candidate of foldersUp(folder)) {
      const target = this.#linkIn(candidate, name);
      if (target !== undefined) return joinInside(candidate, target);
    }
    return undefined;
  }

  #linkIn(folder: string, name: string): string | undefined {
    const manifest = this.in(folder);
    for (const kind of ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies']) {
      const version = asString(asObject(manifest?.[kind])?.[name]);
      const target = version === undefined ? undefined : /^(?:file|link|portal):(.+)$/.exec(version)?.[1];
      if (target !== undefined) return target;
    }
    return undefined;
  }
}
