import type { Tree } from '../../tree.ts';
import { joinInside } from '../repository-path.ts';
import { readToml, stringAt, stringsAt, type TomlTable, tableAt, tablesAt } from '../toml.ts';

/** A folder in which modules are found. */
export interface SourceRoot {
  folder: string;
  /** The package that the folder itself is; empty where the folder holds packages. */
  package: string;
}

/** What the build files, the type checker and the test runner of a project say of where its modules lie. */
export function declaredRoots(tree: Tree, project: string): SourceRoot[] {
  const inProject = (name: string) => (project === '' ? name : `${project}/${name}`);
  const roots = [
    ...fromPyproject(readToml(tree, inProject('pyproject.toml'))),
    ...fromSetupCfg(textOf(tree, inProject('setup.cfg'))),
    ...fromSetupPy(textOf(tree, inProject('setup.py'))),
  ];
  return roots.flatMap(({ folder, package: name }) => {
    const inside = joinInside(project, folder);
    return inside === undefined ? [] : [{ folder: inside, package: name }];
  });
}

function textOf(tree: Tree, path: string): string {
  return tree.has(path) ? (tree.read(path) ?? '') : '';
}

/** Each names folders that hold packages. */
const lists = [
  'tool.setuptools.packages.find.where',
  'tool.hatch.build.sources',
  'tool.hatch.build.targets.wheel.sources',
  'tool.pdm.build.package-dir',
  'tool.uv.build-backend.module-root',
  'tool.maturin.python-source',
  'tool.pytest.ini_options.pythonpath',
  'tool.pyright.extraPaths',
  'tool.basedpyright.extraPaths',
  'tool.ruff.src',
];

function fromPyproject(table: TomlTable): SourceRoot[] {
  const folders = [
    ...lists.flatMap((keys) => stringsAt(table, keys)),
    ...stringsAt(table, 'tool.mypy.mypy_path').flatMap((paths) => paths.split(/[:;,]/)),
    ...tablesAt(table, 'tool.poetry.packages').flatMap((entry) => stringAt(entry, 'from') ?? []),
    ...stringsAt(table, 'tool.hatch.build.targets.wheel.packages').map((path) => path.replace(/\/?[^/]+\/?$/, '') || '.'),
  ];
  const mapped = Object.entries(tableAt(table, 'tool.setuptools.package-dir'));
  return [...mapped.flatMap(([name, folder]) => (typeof folder === 'string' ? [{ folder, package: name }] : [])), ...folders.map(holder)];
}

function holder(folder: string): SourceRoot {
  return { folder: folder.trim().replace(/^\$\w+\//, '') || '.', package: '' };
}

/** `package_dir` and `where`, on the line or on the indented lines below it. */
function fromSetupCfg(text: string): SourceRoot[] {
  const mapped = [...text.matchAll(/^package_dir[ \t]*=[ \t]*(.*(?:\r?\n[ \t]+.*)*)/gm)].flatMap(([, block = '']) =>
    [...block.matchAll(/^[ \t]*([\w.]*)[ \t]*=[ \t]*(\S+)/gm)].map(([, name = '', folder = '']) => ({ folder, package: name })),
  );
  const found = [...text.matchAll(/^where[ \t]*=[ \t]*(.*(?:\r?\n[ \t]+.*)*)/gm)].flatMap(([, block = '']) => block.split(/[\s,]+/));
  return [...mapped, ...found.filter((folder) => folder !== '').map(holder)];
}

/** What stands there as constants; the program is not run. */
function fromSetupPy(text: string): SourceRoot[] {
  const mapped = [...text.matchAll(/\bpackage_dir\s*=\s*(?:\{([^{}]*)\}|dict\(([^()]*)\))/g)].flatMap(([, block = '']) =>
    [...block.matchAll(/(["'])([\w.]*)\1\s*:\s*(["'])([^"'\n]*)\3/g)].map(([, , name = '', , folder = '']) => ({ folder, package: name })),
  );
  const found = [...text.matchAll(/\bfind_(?:namespace_)?packages\(\s*(?:where\s*=\s*)?(["'])([^"'\n]+)\1/g)];
  return [...mapped, ...found.map(([, , folder = '']) => holder(folder))];
}
