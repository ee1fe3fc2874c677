import type { Tree } from '../../tree.ts';
import { globTest } from '../glob-test.ts';
import { folderOf, foldersUp, joinInside } from '../repository-path.ts';
import { readToml, stringAt, stringsAt, type TomlTable, tableAt } from '../toml.ts';
import { declaredRoots, type SourceRoot } from './declared-roots.ts';

/** In which folders a file's absolute imports are looked for, nearest first. */
export class SourceRoots {
  readonly #tree: Tree;
  readonly #from = new Map<string, readonly SourceRoot[]>();
  readonly #own = new Map<string, readonly SourceRoot[]>();
  #projects: readonly string[] | undefined;

  constructor(tree: Tree) {
    this.#tree = tree;
  }

  /**
   * The folder outside of the file's own package, which Python puts first for a program; then, up to the repository, what
   * each project declares, its `src`, and the folder itself; then the projects that these depend on by path.
   */
  from(folder: string): readonly SourceRoot[] {
    const known = this.#from.get(folder);
    if (known !== undefined) return known;
    const outside = this.#outside(folder);
    const roots = outside === folder ? this.#fromOutside(folder) : this.from(outside);
    this.#from.set(folder, roots);
    return roots;
  }

  #outside(folder: string): string {
    const isPackage = (at: string) =>
      ['py', 'pyi'].some((extension) => this.#tree.has(at === '' ? `__init__.${extension}` : `${at}/__init__.${extension}`));
    return foldersUp(folder).find((at) => at === '' || !isPackage(at)) ?? '';
  }

  #fromOutside(folder: string): SourceRoot[] {
    const above = foldersUp(folder);
    const linked = above.flatMap((project) => this.#linked(project));
    return [{ folder, package: '' }, ...[...above, ...linked].flatMap((project) => this.#ownOf(project))];
  }

  #ownOf(project: string): readonly SourceRoot[] {
    const known = this.#own.get(project);
    if (known !== undefined) return known;
    const source = project === '' ? 'src' : `${project}/src`;
    const roots = [...declaredRoots(this.#tree, project), { folder: source, package: '' }, { folder: project, package: '' }];
    this.#own.set(project, roots);
    return roots;
  }

  /** Members of a uv workspace, and dependencies by path of uv and poetry. */
  #linked(project: string): string[] {
    const table = readToml(this.#tree, project === '' ? 'pyproject.toml' : `${project}/pyproject.toml`);
    const sources = ['tool.uv.sources', 'tool.poetry.dependencies', 'tool.poetry.group.dev.dependencies'].map((keys) =>
      tableAt(table, keys),
    );
    const paths = sources.flatMap((source) => Object.keys(source).flatMap((name) => stringAt(source, [name, 'path']) ?? []));
    return [...paths.flatMap((path) => joinInside(project, path) ?? []), ...this.#members(project, table)];
  }

  #members(root: string, table: TomlTable): string[] {
    const globs = stringsAt(table, 'tool.uv.workspace.members');
    if (globs.length === 0) return [];
    const isMember = globTest([...globs, ...stringsAt(table, 'tool.uv.workspace.exclude').map((glob) => `!${glob}`)]);
    const prefix = root === '' ? '' : `${root}/`;
    return this.#allProjects().filter((folder) => folder.startsWith(prefix) && folder !== root && isMember(folder.slice(prefix.length)));
  }

  #allProjects(): readonly string[] {
    this.#projects ??= this.#tree
      .paths()
      .filter((path) => path.endsWith('/pyproject.toml'))
      .map(folderOf)
      .sort();
    return this.#projects;
  }
}
