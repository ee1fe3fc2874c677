import type { Tree } from '../../tree.ts';
import type { ImportTarget } from '../language.ts';
import { folderOf } from '../repository-path.ts';
import { type CargoPackage, CargoPackages } from './cargo-packages.ts';
import { CrateRoots } from './crate-roots.ts';
import { ModuleTree, type RustModule } from './module-tree.ts';
import type { RustPath } from './rust-file.ts';

/** Where a file stands: its package, and its module, from which `super` leads up and at whose top `crate` is. */
export interface RustPlace {
  package: CargoPackage | undefined;
  module: RustModule;
}

const shipped = new Set(['std', 'core', 'alloc', 'proc_macro', 'test']);
/** Re-exports of re-exports end somewhere, unless they go in circles. */
const mostHops = 8;

/** Says where the paths of a crate lead: to the file that holds the module, or to another crate. */
export class PathResolver {
  readonly modules: ModuleTree;
  readonly #tree: Tree;
  readonly #packages: CargoPackages;
  readonly #roots: CrateRoots;

  constructor(tree: Tree) {
    this.#tree = tree;
    this.modules = new ModuleTree(tree);
    this.#packages = new CargoPackages(tree);
    this.#roots = new CrateRoots(tree);
  }

  placeOf(file: string): RustPlace {
    const own = this.#packages.of(folderOf(file));
    for (const root of own === undefined ? [] : this.#roots.of(file, own)) {
      const module = this.modules.find(root, file);
      if (module !== undefined) return { package: own, module };
    }
    return { package: own, module: this.#withoutCrate(file) };
  }

  /** Undefined where the path begins with a name that is made in the file itself. */
  resolve(place: RustPlace, path: RustPath, hops = 0): ImportTarget | undefined {
    const from = this.#inScope(place.module, path.scope);
    const [first = '', ...rest] = path.segments;
    const names = namesOf(path.segments);
    const start = this.#startOf(place, from, path);
    if (start !== undefined) return this.#lead({ ...place, module: start.module }, { rest: start.rest, names: start.names, hops });
    if (/^(?:crate|self|super|Self)$/.test(first)) return first === 'super' ? { kind: 'unresolved', names: [] } : undefined;
    return this.#otherCrate(place, path, { first, rest, names, hops });
  }

  /** The module that the first words of a path name, and what is left of the path. */
  #startOf({ package: own, module }: RustPlace, from: RustModule, { segments, statement }: RustPath) {
    const [first = '', ...rest] = segments;
    if (first === 'crate') return { module: topOf(module), rest, names: [] };
    if (first === 'self' || first === 'super') return startAbove(from, segments);
    if (this.modules.child(from, first) !== undefined) return { module: from, rest: segments, names: [] };
    const atRoot = statement !== undefined && own?.fromRoot === true && this.modules.child(topOf(module), first) !== undefined;
    return atRoot ? { module: topOf(module), rest: segments, names: [] } : undefined;
  }

  /** Down the modules as far as they go; then, where a name was only passed on, to where it came from. */
  #lead(place: RustPlace, { rest, names, hops }: { rest: readonly string[]; names: readonly string[]; hops: number }): ImportTarget {
    let { module } = place;
    let index = 0;
    for (; index < rest.length; index++) {
      const child = this.modules.child(module, rest[index] ?? '');
      if (child === undefined) break;
      module = child;
    }
    const passedOn = index < rest.length && hops < mostHops ? this.#passedOn({ ...place, module }, rest[index] ?? '', hops) : undefined;
    if (passedOn?.kind === 'file') return { ...passedOn, names };
    return { kind: 'file', path: module.file, names };
  }

  #passedOn(place: RustPlace, name: string, hops: number): ImportTarget | undefined {
    const { file, scope } = place.module;
    const found = this.modules
      .file(file)
      .uses.find((use) => use.alias === name && use.statement !== undefined && sameScope(use.scope, scope));
    if (found === undefined) return undefined;
    // The place is inside of the scope already, so the path is read from there.
    return this.resolve(place, { ...found, scope: [] }, hops + 1);
  }

  #otherCrate(
    place: RustPlace,
    path: RustPath,
    { first, rest, names, hops }: { first: string; rest: string[]; names: string[]; hops: number },
  ): ImportTarget | undefined {
    const own = place.package;
    const dependency = own?.dependencies.get(first);
    const folder = dependency === undefined && own?.library === first ? own.folder : dependency?.folder;
    const library = folder === undefined ? undefined : this.#packages.in(folder);
    if (library !== undefined && this.#tree.has(library.libraryRoot)) {
      const there = { package: library, module: this.modules.rootModule(library.libraryRoot) };
      return this.#lead(there, { rest, names, hops });
    }
    if (dependency !== undefined || shipped.has(first))
      return { kind: 'external', names: [...new Set([...names, dependency?.name ?? first])] };
    // Without a manifest, as in an example on a page, what is not of the file is taken for a crate.
    const isGuess = path.statement !== undefined || own === undefined;
    return isGuess && !this.#isMadeHere(place, first) ? { kind: 'external', names } : undefined;
  }

  #isMadeHere({ module }: RustPlace, name: string): boolean {
    if (!/^[a-z]/.test(name) || primitive.test(name)) return true;
    const { modules, uses } = this.modules.file(module.file);
    return modules.some((item) => item.name === name) || uses.some((use) => use.alias === name && use.segments.length > 1);
  }

  #inScope(module: RustModule, scope: readonly string[]): RustModule {
    let found = module;
    for (const name of scope) found = this.modules.child(found, name) ?? found;
    return found;
  }

  /** A file that no crate declares, or that has no manifest: `src` is taken for the crate it would be in. */
  #withoutCrate(file: string): RustModule {
    const source = /^(?:.*\/)?src\/(?=.)/.exec(file)?.[0];
    const root = ['lib.rs', 'main.rs'].map((name) => `${source}${name}`).find((path) => source !== undefined && this.#tree.has(path));
    return (root === undefined ? undefined : this.modules.find(root, file)) ?? this.modules.rootModule(file);
  }
}

const primitive = /^(?:[iu](?:8|16|32|64|128|size)|f(?:32|64)|bool|char|str)$/;

function topOf(module: RustModule): RustModule {
  let top = module;
  while (top.parent !== undefined) top = top.parent;
  return top;
}

/** `self::a`, `super::super::a`. Undefined where it goes beyond the crate. */
function startAbove(from: RustModule, segments: readonly string[]) {
  let module: RustModule | undefined = from;
  let index = 0;
  for (; segments[index] === 'self' || segments[index] === 'super'; index++) {
    if (segments[index] === 'super') module = module?.parent;
  }
  return module === undefined ? undefined : { module, rest: segments.slice(index), names: [] };
}

/** `serde::de::Error` is called so, and `serde::de`, and `serde`. */
function namesOf(segments: readonly string[]): string[] {
  return segments.map((_, index) => segments.slice(0, segments.length - index).join('::'));
}

function sameScope(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((name, index) => name === right[index]);
}
