import assert from 'node:assert/strict';
import { test } from 'node:test';
import { moduleResolver } from '#guardrails/imports/typescript/module-resolver.ts';
import { memoryTree } from '#guardrails/tree.ts';
import { fixtureTrees } from '../trees.ts';

type Row = [from: string, specifier: string, expected: string];

const shop: Row[] = [
  ['packages/web/src/main.tsx', '@shop/core', 'packages/core/src/index.ts'],
  ['packages/web/src/main.tsx', '@shop/core/money', 'packages/core/src/money.ts'],
  ['packages/web/src/main.tsx', '@shop/core/units/gram', 'packages/core/src/units/gram.ts'],
  ['packages/web/src/main.tsx', '@shop/core/package.json', 'packages/core/package.json'],
  ['packages/web/src/main.tsx', '@shop/theme/dark.json', 'theme/dark.json'],
  ['packages/web/src/main.tsx', '@shop/attic', 'external @shop/attic'],
  ['packages/web/src/main.tsx', 'react', 'external react'],
  ['packages/web/src/main.tsx', 'react-dom/client', 'external react-dom/client react-dom'],
  ['packages/web/src/main.tsx', '@/cart', 'packages/web/src/cart/index.ts'],
  ['packages/web/src/main.tsx', '@/pages', 'packages/web/src/pages/home.tsx'],
  ['packages/web/src/main.tsx', '@/pages/home', 'packages/web/src/pages/home.tsx'],
  ['packages/web/src/main.tsx', '@/missing', 'unresolved @/missing'],
  ['packages/web/src/main.tsx', '@testing/render', 'external @testing/render'],
  ['packages/web/vite.config.ts', '@testing/render', 'testing/render.ts'],
  ['packages/web/vite.config.ts', '@/cart', 'unresolved @/cart'],
  ['packages/web/vite.config.ts', '../core', 'unresolved'],
  ['packages/web/src/cart/index.ts', './cart.jsx', 'packages/web/src/cart/cart.tsx'],
  ['packages/web/src/pages/home.tsx', '..', 'unresolved'],
  ['packages/web/src/pages/home.tsx', '../cart/', 'packages/web/src/cart/index.ts'],
  ['packages/core/src/index.ts', '#config', 'packages/core/src/config.ts'],
  ['packages/core/src/index.ts', '#web', 'packages/web/src/main.tsx'],
  ['packages/core/src/index.ts', '#missing', 'unresolved #missing'],
  ['packages/core/src/index.ts', '@shop/core/money', 'packages/core/src/money.ts'],
  ['packages/core/src/index.ts', 'units/gram', 'packages/core/src/units/gram.ts'],
  ['packages/core/src/index.ts', '@testing/render', 'external @testing/render'],
];

for (const [kind, tree] of Object.entries(fixtureTrees('shop'))) {
  const resolve = moduleResolver(tree);
  for (const [from, specifier, expected] of shop) {
    test(`${kind}: ${specifier} from ${from}`, () => assert.equal(spoken(resolve(from, specifier)), expected));
  }
}

const small: { name: string; files: Record<string, string>; rows: Row[] }[] = [
  {
    name: 'file names',
    files: files(
      'a.ts',
      'b.js',
      'b.d.ts',
      'c.tsx',
      'c/index.ts',
      'd/index.mts',
      'e.service.ts',
      'f.vue',
      'g.json',
      'bin/tool',
      'h.mts',
      'i.cts',
      'index.ts',
      'v1.2/index.js',
    ),
    rows: [
      ['x.ts', './a', 'a.ts'],
      ['x.ts', './a.ts', 'a.ts'],
      ['x.ts', './a.js', 'a.ts'],
      ['x.ts', './a.mjs', 'unresolved'],
      ['x.ts', './b', 'b.js'],
      ['x.ts', './b.js', 'b.js'],
      ['x.ts', './c', 'c.tsx'],
      ['x.ts', './c/', 'c/index.ts'],
      ['x.ts', './c.jsx', 'c.tsx'],
      ['x.ts', './d', 'd/index.mts'],
      ['x.ts', './e.service', 'e.service.ts'],
      ['x.ts', './f.vue', 'f.vue'],
      ['x.ts', './g.json', 'g.json'],
      ['x.ts', './g.json?raw', 'g.json'],
      ['x.ts', 'raw-loader!./a.ts', 'a.ts'],
      ['x.ts', './bin/tool', 'bin/tool'],
      ['x.ts', './h.mjs', 'h.mts'],
      ['x.ts', './i.cjs', 'i.cts'],
      ['x.ts', './v1.2', 'v1.2/index.js'],
      ['x.ts', '.', 'index.ts'],
      ['c/x.ts', '..', 'index.ts'],
      ['c/x.ts', '../../../etc/passwd', 'unresolved'],
      ['x.ts', '/a', 'unresolved /a'],
      ['x.ts', '../node_modules/lodash/fp.js', 'unresolved'],
      ['c/x.ts', '../node_modules/lodash/fp.js', 'external lodash/fp.js lodash'],
    ],
  },
  {
    name: 'modules of Node and virtual ones',
    files: {},
    rows: [
      ['x.ts', 'fs', 'external fs node:fs'],
      ['x.ts', 'node:fs', 'external fs node:fs'],
      ['x.ts', 'node:fs/promises', 'external fs/promises node:fs/promises fs node:fs'],
      ['x.ts', 'virtual:pwa', 'external virtual:pwa'],
      ['x.ts', 'https://example.com/a.js', 'external https://example.com/a.js'],
      ['x.ts', '~/x', 'unresolved ~/x'],
    ],
  },
  {
    name: 'pnpm workspace, nearest first',
    files: {
      'pnpm-workspace.yaml': 'packages:\n  - "libs/**"\n  - "!**/test/**"\ncatalog:\n  react: 19\n',
      'libs/a/package.json': '{"name":"a","main":"./dist/a.cjs"}',
      'libs/a/index.ts': '',
      'libs/deep/b/package.json': '{"name":"b","exports":"./out/src/b.js"}',
      'libs/deep/b/src/b.ts': '',
      'libs/a/test/c/package.json': '{"name":"c"}',
      'libs/a/test/c/index.ts': '',
    },
    rows: [
      ['libs/deep/b/src/b.ts', 'a', 'libs/a/index.ts'],
      ['libs/a/index.ts', 'b', 'libs/deep/b/src/b.ts'],
      ['libs/a/index.ts', 'c', 'external c'],
    ],
  },
  {
    name: 'lerna, and a main that leads in circles',
    files: {
      'lerna.json': '{"packages":["modules/*"]}',
      'modules/a/package.json': '{"name":"a","main":"lib"}',
      'modules/a/lib/package.json': '{"main":".."}',
      'modules/a/x.ts': '',
      'modules/b/package.json': '{"name":"b","main":"."}',
      'modules/b/index.js': '',
    },
    rows: [
      ['modules/b/index.js', 'a', 'external a'],
      ['modules/b/index.js', '../a', 'unresolved'],
      ['modules/b/index.js', 'b', 'modules/b/index.js'],
    ],
  },
  {
    name: 'tsconfig',
    files: {
      'tsconfig.json':
        '{"extends":"./config/base","compilerOptions":{"paths":{"*":["./vendor/*"],"lib-*-x":["./libs/*.ts"],"lib-*":["./wrong/*.ts"],"exact":["./a.ts"]}}}',
      'config/base.json': `{"compilerOptions":{"baseUrl":"\${configDir}/src"}}`,
      'own/tsconfig.json': '{"extends":"../config/mapped.json"}',
      'own/here.ts': '',
      'config/mapped.json': `{"extends":["../../outside.json","./mapped.json"],"compilerOptions":{"paths":{"~/*":["\${configDir}/*"],"up/*":["../../*"]}}}`,
      'js/jsconfig.json': '\uFEFF{"compilerOptions":{"baseUrl":"."}}',
      'js/tool.js': '',
      'broken/tsconfig.json': '{"compilerOptions": {"paths": ',
      'src/a.ts': '',
      'src/vendor/jquery.js': '',
      'src/libs/one.ts': '',
      'src/wrong/one-x.ts': '',
    },
    rows: [
      ['src/a.ts', 'a', 'src/a.ts'],
      ['src/a.ts', 'exact', 'src/a.ts'],
      ['src/a.ts', 'jquery', 'src/vendor/jquery.js'],
      ['src/a.ts', 'lib-one-x', 'src/libs/one.ts'],
      ['src/a.ts', 'other', 'external other'],
      ['own/here.ts', '~/here', 'own/here.ts'],
      ['own/here.ts', 'up/here', 'external up/here up'],
      ['js/x.js', 'tool', 'js/tool.js'],
      ['broken/x.ts', 'tool', 'external tool'],
    ],
  },
  {
    name: 'a file that git knows is no build product',
    files: {
      'package.json': '{}',
      ...files('lib/a.js', 'src/a.ts', 'lib/b.ts', 'src/b.ts', 'index.js', 'lib/index.js'),
    },
    rows: [
      ['index.js', './lib/a.js', 'lib/a.js'],
      ['index.js', './lib/b.js', 'lib/b.ts'],
      ['index.js', './lib', 'lib/index.js'],
      ['index.js', './dist/a.js', 'src/a.ts'],
    ],
  },
];

for (const { name, files: texts, rows } of small) {
  const resolve = moduleResolver(memoryTree(texts));
  for (const [from, specifier, expected] of rows) {
    test(`${name}: ${specifier} from ${from}`, () => assert.equal(spoken(resolve(from, specifier)), expected));
  }
}

function files(...paths: string[]): Record<string, string> {
  return Object.fromEntries(paths.map((file) => [file, '']));
}

function spoken(target: ReturnType<ReturnType<typeof moduleResolver>>): string {
  return target.kind === 'file' ? target.path : [target.kind, ...target.names].join(' ');
}
