import type { Tree } from '../../tree.ts';
import type { ImportEdge, ImportSite, ImportTarget } from '../language.ts';
import { folderOf, joinInside } from '../repository-path.ts';
import type { SourceRoot } from './declared-roots.ts';
import type { PythonImport } from './extract-imports.ts';
import { SourceRoots } from './source-roots.ts';
import { standardLibrary } from './standard-library.ts';

/** Says where an import leads, from the files of the repository alone: nothing needs to be installed. */
export class ModuleResolver {
  readonly #tree: Tree;
  readonly #roots: SourceRoots;

  constructor(tree: Tree) {
    this.#tree = tree;
    this.#roots = new SourceRoots(tree);
  }

  /** Members that are modules are edges of their own; the module is one where anything else is taken from it. */
  edges(from: string, found: PythonImport): ImportEdge[] {
    return found.specifier.startsWith('.') ? this.#relative(from, found) : this.#absolute(from, found);
  }

  #relative(from: string, found: PythonImport): ImportEdge[] {
    const [, dots = '', rest = ''] = /^(\.+)(.*)$/.exec(found.specifier) ?? [];
    const base = joinInside(folderOf(from), `./${'../'.repeat(dots.length - 1)}${rest.replaceAll('.', '/')}`);
    const edges = base === undefined ? [] : this.#edgesAt(base, { from, found, names: [] });
    return edges.length > 0 ? edges : [{ site: found, target: { kind: 'unresolved', names: [] } }];
  }

  #absolute(from: string, found: PythonImport): ImportEdge[] {
    const names = namesOf(found);
    const candidates = this.#roots.from(folderOf(from)).flatMap((root) => folderIn(root, found.specifier) ?? []);
    for (const base of candidates) {
      const edges = this.#edgesAt(base, { from, found, names });
      if (edges.length > 0) return edges;
    }
    return [{ site: externalSite(found), target: { kind: this.#isOurs(from, found.specifier) ? 'unresolved' : 'external', names } }];
  }

  /** What an import finds at a path without extension; nothing where there is no such module. */
  #edgesAt(base: string, { from, found, names }: { from: string; found: PythonImport; names: readonly string[] }): ImportEdge[] {
    const module = this.#moduleAt(base);
    const isPackage = module === undefined || /(?:^|\/)__init__\.pyi?$/.test(module);
    const members = (found.members ?? []).map((site) => ({ site, path: isPackage ? this.#moduleAt(inFolder(base, site)) : undefined }));
    const edges = members.flatMap(({ site, path }) => (path === undefined ? [] : [fileEdge(site, path, names)]));
    // `import redis` in a file called redis.py, and `from . import built` in the package itself, mean something else;
    // and a file called types.py does not hide the one of the standard library.
    if (module === undefined || module === from || standardLibrary.has(found.specifier)) return edges;
    const takesMore = members.length === 0 || members.some(({ path }) => path === undefined);
    return takesMore ? [fileEdge(found, module, names), ...edges] : edges;
  }

  #moduleAt(base: string): string | undefined {
    const inside = base === '' ? '' : `${base}/`;
    const files = [`${inside}__init__.py`, `${base}.py`, `${inside}__init__.pyi`, `${base}.pyi`];
    return files.find((path) => this.#tree.has(path));
  }

  /** Whether the package is one of this repository, though the module is not: it is made by a build, or missing. */
  #isOurs(from: string, specifier: string): boolean {
    const [top = ''] = specifier.split('.');
    if (standardLibrary.has(top)) return false;
    return this.#roots.from(folderOf(from)).some((root) => {
      const base = folderIn(root, top);
      const module = base === undefined ? undefined : this.#moduleAt(base);
      return module !== undefined && module !== from;
    });
  }
}

function fileEdge(site: ImportSite, path: string, names: readonly string[]): ImportEdge {
  return { site, target: { kind: 'file', path, names } satisfies ImportTarget };
}

function inFolder(base: string, { specifier }: ImportSite): string {
  const member = specifier.slice(specifier.lastIndexOf('.') + 1);
  return base === '' ? member : `${base}/${member}`;
}

function folderIn(root: SourceRoot, specifier: string): string | undefined {
  const path = specifier.replaceAll('.', '/');
  if (root.package === '') return root.folder === '' ? path : `${root.folder}/${path}`;
  if (specifier !== root.package && !specifier.startsWith(`${root.package}.`)) return undefined;
  return root.folder + path.slice(root.package.length);
}

/** `a.b` is called `a.b` and `a`; what is taken from it goes by its own name too. */
function namesOf({ specifier, members = [] }: PythonImport): string[] {
  const parts = specifier.split('.');
  const packages = parts.map((_, index) => parts.slice(0, parts.length - index).join('.'));
  return [...packages, ...members.map((member) => member.specifier)];
}

/** A single member says what is meant: `os.path`, not `os`. */
function externalSite(found: PythonImport): ImportSite {
  const [only, ...others] = found.members ?? [];
  return only === undefined || others.length > 0 ? found : { ...found, specifier: only.specifier };
}
