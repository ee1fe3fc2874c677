import type { Tree } from '../../tree.ts';
import { globTest } from '../glob-test.ts';
import { lazyRequire } from '../lazy-require.ts';
import { folderOf, foldersUp } from '../repository-path.ts';
import { asObject, asString, asStrings, type Json, parseJsonObject } from './json.ts';
import type { Manifests } from './manifests.ts';

/** Finds the packages of npm, yarn, bun, pnpm and lerna workspaces by name, whether they are installed or not. */
export class Workspaces {
  readonly #tree: Tree;
  readonly #manifests: Manifests;
  readonly #members = new Map<string, ReadonlyMap<string, string>>();
  #packageFolders: string[] | undefined;

  constructor(tree: Tree, manifests: Manifests) {
    this.#tree = tree;
    this.#manifests = manifests;
  }

  /** Folder of the package called `name`, seen from a folder: the nearest workspace that has it. */
  packageFolder(folder: string, name: string): string | undefined {
    for (const root of foldersUp(folder)) {
      const found = this.#membersOf(root).get(name);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  #membersOf(root: string): ReadonlyMap<string, string> {
    const known = this.#members.get(root);
    if (known !== undefined) return known;
    const members = this.#findMembers(root);
    this.#members.set(root, members);
    return members;
  }

  #findMembers(root: string): Map<string, string> {
    const members = new Map<string, string>();
    const globs = this.#globsOf(root);
    if (globs === undefined || globs.length === 0) return members;
    const prefix = root === '' ? '' : `${root}/`;
    const isMember = globTest(globs.map(plainGlob));
    for (const folder of this.#allPackageFolders()) {
      const inside = folder === root || (folder.startsWith(prefix) && isMember(folder.slice(prefix.length)));
      const name = inside ? asString(this.#manifests.in(folder)?.name) : undefined;
      if (name !== undefined && !members.has(name)) members.set(name, folder);
    }
    return members;
  }

  #globsOf(root: string): string[] | undefined {
    const prefix = root === '' ? '' : `${root}/`;
    const declared = this.#manifests.in(root)?.workspaces;
    const ofPnpm = () => asStrings(this.#pnpmPackages(`${prefix}pnpm-workspace.yaml`));
    const ofLerna = () => asStrings(parseJsonObject(this.#text(`${prefix}lerna.json`)).packages);
    return asStrings(asObject(declared)?.packages ?? declared) ?? ofPnpm() ?? ofLerna();
  }

  #pnpmPackages(path: string): Json | undefined {
    const text = this.#text(path);
    if (text === '') return undefined;
    const yaml: typeof import('yaml') = lazyRequire('yaml');
    try {
      const document: Json = yaml.parse(text, { logLevel: 'error' });
      return asObject(document)?.packages;
    } catch {
      return undefined;
    }
  }

  #text(path: string): string {
    return this.#tree.has(path) ? (this.#tree.read(path) ?? '') : '';
  }

  #allPackageFolders(): string[] {
    this.#packageFolders ??= this.#tree
      .paths()
      .filter((path) => path === 'package.json' || path.endsWith('/package.json'))
      .map(folderOf)
      .sort();
    return this.#packageFolders;
  }
}

function plainGlob(glob: string): string {
  const [, not = '', rest = ''] = /^(!?)(?:\.?\/)?(.*?)\/*$/.exec(glob) ?? [];
  return `${not}${rest}`;
}
