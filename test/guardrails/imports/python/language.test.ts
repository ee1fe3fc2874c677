import assert from 'node:assert/strict';
import { test } from 'node:test';
import { memoryTree } from '#guardrails/tree.ts';
import { edgesOf } from '../edges.ts';
import { fixtureTrees } from '../trees.ts';

const shop: Record<string, string[]> = {
  'libs/units/src/units/__init__.py': ['.gram -> libs/units/src/units/gram.py'],
  'libs/units/src/units/gram.py': ['json -> external json'],
  'src/shop/core/clock.py': ['os.path -> external os os.path', '. -> src/shop/core/__init__.py', '..... -> unresolved'],
  'src/shop/core/money.py': [
    '__future__.annotations -> external __future__ __future__.annotations',
    'typing.TYPE_CHECKING -> external typing typing.TYPE_CHECKING',
    'requests.adapters -> external requests.adapters requests',
    'shop.core.clock -> src/shop/core/clock.py',
    'shop.web.cart -> src/shop/web/cart.py',
    'units -> libs/units/src/units/__init__.py',
  ],
  'src/shop/web/cart.py': [
    '..core.money -> src/shop/core/money.py',
    '..core.clock -> src/shop/core/clock.py',
    '..core.money -> src/shop/core/money.py',
    'importlib -> external importlib',
    'shop.core.clock -> src/shop/core/clock.py',
    '.page -> src/shop/web/page.pyi',
  ],
  'src/shop/web/page.pyi': ['.cart -> src/shop/web/cart.py'],
  'tests/test_cart.py': [
    'shop.web.cart -> src/shop/web/cart.py',
    'helpers -> tests/helpers.py',
    'shop._version -> unresolved shop._version shop',
    'pytest -> external pytest',
  ],
};

for (const [kind, tree] of Object.entries(fixtureTrees('python-shop'))) {
  for (const [path, edges] of Object.entries(shop))
    test(`${kind}: the imports of ${path}`, () => assert.deepEqual(edgesOf(tree, path), edges));
}

const rows: { name: string; files: Record<string, string>; from: string; edges: string[] }[] = [
  {
    name: 'a member that is a module is the target, the package where anything else is taken',
    files: {
      'a/__init__.py': '',
      'a/b.py': '',
      'a/c/__init__.pyi': '',
      'x.py': 'from a import b, c\nfrom a import b, d\nfrom a import *\nfrom a.b import c',
    },
    from: 'x.py',
    edges: ['a.b -> a/b.py', 'a.c -> a/c/__init__.pyi', 'a -> a/__init__.py', 'a.b -> a/b.py', 'a -> a/__init__.py', 'a.b -> a/b.py'],
  },
  {
    name: 'packages without __init__.py',
    files: { 'ns/a.py': 'from ns import b\nimport ns.c.d\nfrom . import b\nfrom .c.d import e\nimport ns', 'ns/b.py': '', 'ns/c/d.py': '' },
    from: 'ns/a.py',
    edges: ['ns.b -> ns/b.py', 'ns.c.d -> ns/c/d.py', '.b -> ns/b.py', '.c.d -> ns/c/d.py', 'ns -> external ns'],
  },
  {
    name: 'a file is not what it imports by its own name, nor does it hide the standard library',
    files: { 'clients/redis.py': 'import redis\nimport types\nimport cache', 'clients/types.py': '', 'clients/cache.py': '' },
    from: 'clients/redis.py',
    edges: ['redis -> external redis', 'types -> external types', 'cache -> clients/cache.py'],
  },
  {
    name: 'a module of a package is not found without the package',
    files: { 'a/__init__.py': '', 'a/b.py': 'import c\nimport a.c', 'a/c.py': '' },
    from: 'a/b.py',
    edges: ['c -> external c', 'a.c -> a/c.py'],
  },
  {
    name: 'setup.cfg',
    files: {
      'p/setup.cfg': '[options]\npackage_dir =\n    = lib\n    named.deep = elsewhere\n[options.packages.find]\nwhere = other, third\n',
      'p/lib/a.py': '',
      'p/elsewhere/b.py': '',
      'p/third/c.py': '',
      'p/t/x.py': 'import a, named.deep.b, c, named.b',
    },
    from: 'p/t/x.py',
    edges: ['a -> p/lib/a.py', 'named.deep.b -> p/elsewhere/b.py', 'c -> p/third/c.py', 'named.b -> external named.b named'],
  },
  {
    name: 'setup.py, and a root outside of the repository',
    files: {
      'setup.py': 'setup(package_dir={"": "lib"}, packages=find_packages(where="more"))\nsetup(package_dir={"": "../.."})',
      'lib/a.py': '',
      'more/b.py': '',
      't/x.py': 'import a, b',
    },
    from: 't/x.py',
    edges: ['a -> lib/a.py', 'b -> more/b.py'],
  },
  {
    name: 'a uv workspace, and what poetry, hatch, pytest and mypy say',
    files: {
      'pyproject.toml':
        '[tool.uv.workspace]\nmembers = ["libs/*"]\nexclude = ["libs/old"]\n[tool.poetry]\npackages = [{ include = "a", from = "one" }]\n[tool.hatch.build.targets.wheel]\npackages = ["two/b"]\n[tool.pytest.ini_options]\npythonpath = "three"\n[tool.mypy]\nmypy_path = "$MYPY_CONFIG_FILE_DIR/four:five"\n',
      'one/a.py': '',
      'two/b/__init__.py': '',
      'three/c.py': '',
      'four/d.py': '',
      'libs/e/pyproject.toml': 'broken =',
      'libs/e/src/e.py': '',
      'libs/old/pyproject.toml': '',
      'libs/old/f.py': '',
      't/x.py': 'import a, b, c, d, e, f',
    },
    from: 't/x.py',
    edges: ['a -> one/a.py', 'b -> two/b/__init__.py', 'c -> three/c.py', 'd -> four/d.py', 'e -> libs/e/src/e.py', 'f -> external f'],
  },
];

for (const { name, files, from, edges } of rows) test(name, () => assert.deepEqual(edgesOf(memoryTree(files), from), edges));
