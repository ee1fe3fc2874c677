import type { Tree } from '../../tree.ts';
import { foldersUp, joinInside } from '../repository-path.ts';
import { readToml, stringAt, type TomlTable, tableAt, tablesAt } from '../toml.ts';

export interface CargoPackage {
  folder: string;
  /** What the library is called in code. */
  library: string;
  libraryRoot: string;
  /** Root files of its programs, tests, examples and benchmarks, as far as the manifest names them. */
  programs: readonly string[];
  /** In the edition of 2015 the paths of `use` begin at the root of the crate. */
  fromRoot: boolean;
  /** By the name in code. */
  dependencies: ReadonlyMap<string, CargoDependency>;
}

export interface CargoDependency {
  /** What it is called in the registry. */
  name: string;
  /** Where it lies, if in this repository. */
  folder?: string;
}

/** The packages of a repository, each manifest read once. */
export class CargoPackages {
  readonly #tree: Tree;
  readonly #tables = new Map<string, TomlTable | undefined>();
  readonly #packages = new Map<string, CargoPackage | undefined>();

  constructor(tree: Tree) {
    this.#tree = tree;
  }

  of(folder: string): CargoPackage | undefined {
    for (const candidate of foldersUp(folder)) {
      const found = this.in(candidate);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  in(folder: string): CargoPackage | undefined {
    if (this.#packages.has(folder)) return this.#packages.get(folder);
    const table = this.#table(folder);
    const found = table?.package === undefined ? undefined : this.#read(folder, table);
    this.#packages.set(folder, found);
    return found;
  }

  #read(folder: string, table: TomlTable): CargoPackage {
    const name = stringAt(table, 'package.name') ?? '';
    const inherited = stringAt(this.#workspaceOf(folder, table).table, 'workspace.package.edition');
    const edition = stringAt(table, 'package.edition') ?? (tableAt(table, 'package.edition').workspace === true ? inherited : undefined);
    const programs = ['bin', 'test', 'example', 'bench'].flatMap((kind) =>
      tablesAt(table, kind).flatMap((entry) => stringAt(entry, 'path') ?? []),
    );
    return {
      folder,
      library: inCode(stringAt(table, 'lib.name') ?? name),
      libraryRoot: joinInside(folder, stringAt(table, 'lib.path') ?? 'src/lib.rs') ?? '',
      programs: programs.flatMap((path) => joinInside(folder, path) ?? []),
      fromRoot: edition === undefined || edition === '2015',
      dependencies: this.#dependencies(folder, table),
    };
  }

  #dependencies(folder: string, table: TomlTable): Map<string, CargoDependency> {
    const all = new Map<string, CargoDependency>();
    const targets = tableAt(table, 'target');
    const places = [table, ...Object.keys(targets).map((target) => tableAt(targets, [target]))];
    for (const place of places) {
      for (const kind of ['dependencies', 'dev-dependencies', 'build-dependencies']) {
        for (const key of Object.keys(tableAt(place, kind))) {
          all.set(inCode(key), this.#dependency(folder, table, { key, entry: tableAt(tableAt(place, kind), [key]) }));
        }
      }
    }
    return all;
  }

  #dependency(folder: string, table: TomlTable, { key, entry }: { key: string; entry: TomlTable }): CargoDependency {
    const workspace = this.#workspaceOf(folder, table);
    const [base, source] =
      entry.workspace === true ? [workspace.folder, tableAt(workspace.table, ['workspace', 'dependencies', key])] : [folder, entry];
    const path = stringAt(source, 'path');
    const name = stringAt(source, 'package') ?? key;
    const found = path === undefined ? undefined : joinInside(base, path);
    return found === undefined ? { name } : { name, folder: found };
  }

  #workspaceOf(folder: string, table: TomlTable): { folder: string; table: TomlTable } {
    const named = stringAt(table, 'package.workspace');
    const pointed = named === undefined ? undefined : joinInside(folder, named);
    const root = pointed ?? foldersUp(folder).find((candidate) => this.#table(candidate)?.workspace !== undefined);
    return root === undefined ? { folder, table: {} } : { folder: root, table: this.#table(root) ?? {} };
  }

  #table(folder: string): TomlTable | undefined {
    if (this.#tables.has(folder)) return this.#tables.get(folder);
    const path = folder === '' ? 'Cargo.toml' : `${folder}/Cargo.toml`;
    const table = this.#tree.has(path) ? readToml(this.#tree, path) : undefined;
    this.#tables.set(folder, table);
    return table;
  }
}

/** `tokio-util` is `tokio_util` in code. */
function inCode(name: string): string {
  return name.replaceAll('-', '_');
}
