import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { importGraphOf } from '#guardrails/imports/import-graph.ts';
import { memoryTree } from '#guardrails/tree.ts';
import { edgesOf } from '../imports/edges.ts';
import { type Json, mutated, spelt } from './mutate-document.ts';
import { render } from './render-document.ts';

/** `TACKROOM_FUZZ=50000` for a long night. */
const numRuns = Number(process.env.TACKROOM_FUZZ ?? 60);

interface Repository {
  /** The file whose imports are followed. */
  from: string;
  files: Record<string, string>;
  manifests: Record<string, { document: Json; as: keyof typeof render }>;
  /** What a manifest says: so it is while all are sound. */
  sound: string[];
  /** What needs no manifest: so it is whatever they say. */
  always: string[];
}

const repositories: Record<string, Repository> = {
  scripts: {
    from: 'web/src/a.ts',
    files: {
      'web/src/a.ts': "import './b.ts';\nimport '@/c';\nimport '@x/core';\nimport '@x/core/deep';\nimport '#own';\nimport 'react';\n",
      'web/src/b.ts': '',
      'web/src/c.ts': '',
      'core/src/index.ts': '',
      'core/src/deep.ts': '',
    },
    manifests: {
      'package.json': { document: { name: 'root', private: true, workspaces: ['core', 'web'] }, as: 'json' },
      'pnpm-workspace.yaml': { document: { packages: ['core', 'web/**', '!**/test/**'], catalog: { react: '^18' } }, as: 'yaml' },
      'core/package.json': {
        document: {
          name: '@x/core',
          main: 'src/index.ts',
          exports: { '.': { types: './src/index.ts', import: './src/index.ts' }, './*': ['./src/*.ts'] },
        },
        as: 'json',
      },
      'web/package.json': {
        document: { name: 'web', dependencies: { '@x/core': 'workspace:*' }, imports: { '#own': './src/b.ts' } },
        as: 'json',
      },
      'web/tsconfig.json': {
        document: {
          extends: ['../tsconfig.base.json'],
          include: ['src'],
          compilerOptions: { strict: true },
          references: [{ path: '../core' }],
        },
        as: 'json',
      },
      'tsconfig.base.json': {
        document: { extends: './web/tsconfig.json', compilerOptions: { paths: { '@/*': ['./web/src/*'] } } },
        as: 'json',
      },
    },
    sound: [
      '@/c -> web/src/c.ts',
      '@x/core -> core/src/index.ts',
      '@x/core/deep -> core/src/deep.ts',
      '#own -> web/src/b.ts',
      'react -> external react',
    ],
    always: ['./b.ts -> web/src/b.ts'],
  },
  go: {
    from: 'app/main.go',
    files: { 'app/main.go': 'package main\nimport (\n\t"example.com/lib/x"\n\t"fmt"\n)\n', 'lib/x/x.go': 'package x\n' },
    manifests: {
      'go.work': { document: [['go', '1.22'], ['use', '('], ['./app'], ['./lib'], [')']], as: 'lines' },
      'app/go.mod': {
        document: [
          ['module', 'example.com/app'],
          ['require', 'example.com/lib', 'v1.0.0'],
          ['replace', 'example.com/lib', '=>', '../lib'],
        ],
        as: 'lines',
      },
      'lib/go.mod': {
        document: [
          ['module', 'example.com/lib'],
          ['go', '1.22'],
        ],
        as: 'lines',
      },
    },
    sound: ['example.com/lib/x -> lib/x/x.go'],
    always: [],
  },
  python: {
    from: 'shop/app/main.py',
    files: {
      'shop/app/main.py': 'from . import near\nimport lib.far\n',
      'shop/app/__init__.py': '',
      'shop/app/near.py': '',
      'shop/python/lib/__init__.py': '',
      'shop/python/lib/far.py': '',
    },
    manifests: {
      'shop/pyproject.toml': {
        document: {
          project: { name: 'shop' },
          tool: {
            setuptools: { 'package-dir': { '': 'python' }, packages: { find: { where: ['python'] } } },
            poetry: { packages: [{ include: 'lib', from: 'python' }] },
            pytest: { ini_options: { pythonpath: ['python'] } },
            mypy: { mypy_path: 'python:$MYPY_CONFIG_FILE_DIR' },
          },
        },
        as: 'toml',
      },
    },
    sound: ['lib.far -> shop/python/lib/far.py'],
    always: ['.near -> shop/app/near.py'],
  },
  rust: {
    from: 'app/src/main.rs',
    files: {
      'app/src/main.rs': 'mod near;\nuse core_lib::far::Thing;\n',
      'app/src/near.rs': '',
      'core/src/lib.rs': 'pub mod far;\n',
      'core/src/far.rs': 'pub struct Thing;\n',
    },
    manifests: {
      'Cargo.toml': { document: { workspace: { members: ['app', 'core'], dependencies: { 'core-lib': { path: 'core' } } } }, as: 'toml' },
      'app/Cargo.toml': {
        document: {
          package: { name: 'app', edition: '2021' },
          dependencies: { 'core-lib': { workspace: true } },
          bin: [{ name: 'app', path: 'src/main.rs' }],
        },
        as: 'toml',
      },
      'core/Cargo.toml': { document: { package: { name: 'core-lib', edition: '2021' }, lib: { path: 'src/lib.rs' } }, as: 'toml' },
    },
    sound: ['core_lib::far::Thing -> core/src/far.rs'],
    always: [],
  },
};

suite('manifests that say where imports lead, valid but for a part', () => {
  for (const [name, { always, files, from, manifests, sound }] of Object.entries(repositories)) {
    const texts = Object.entries(manifests).map(([path, { as, document }]) => [path, render[as](document)] as const);
    const whole = { ...files, ...Object.fromEntries(texts) };

    test(`${name}: sound ones, in every spelling, are followed`, () => {
      for (const spell of [(text: string) => text, (text: string) => `\uFEFF${text.replaceAll('\n', '\r\n')}`]) {
        const tree = memoryTree({ ...files, ...Object.fromEntries(texts.map(([path, text]) => [path, spell(text)])) });
        const edges = edgesOf(tree, from);
        for (const edge of [...sound, ...always]) assert.ok(edges.includes(edge), `${edge}: ${edges.join('\n')}`);
      }
    });

    test(`${name}: whatever they say, what needs none leads where it leads, and nothing leads to a file that is not there`, () => {
      const broken = fc.constantFrom(...Object.entries(manifests)).chain(([path, { as, document }]) =>
        mutated(document)
          .chain((one) => spelt(render[as](one)))
          .map((text) => ({ path, text })),
      );
      fc.assert(
        fc.property(broken, broken, (one, other) => {
          const tree = memoryTree({ ...whole, [one.path]: one.text, [other.path]: other.text });
          const edges = edgesOf(tree, from);
          for (const edge of always) assert.ok(edges.includes(edge), edges.join('\n'));
          for (const { target } of importGraphOf(tree).edgesFrom(from))
            if (target.kind === 'file') assert.ok(tree.has(target.path), target.path);
        }),
        { numRuns },
      );
    });
  }

  test('configs that all extend each other, and texts that are not closed, take no long time', () => {
    const names = Array.from({ length: 40 }, (_, index) => `t${index}.json`);
    const circle = Object.fromEntries(names.map((name) => [name, JSON.stringify({ extends: names.map((one) => `./${one}`) })]));
    const config = { extends: './t0.json', compilerOptions: { paths: { '@/*': ['./src/*'] } } };
    const tree = memoryTree({ ...circle, 'tsconfig.json': JSON.stringify(config), 'src/a.ts': "import '@/b';", 'src/b.ts': '' });
    assert.deepEqual(edgesOf(tree, 'src/a.ts'), ['@/b -> src/b.ts']);
    for (const part of ['"\\', '/* ', ', ', '{"a":'])
      assert.deepEqual(edgesOf(memoryTree({ 'package.json': part.repeat(200_000), 'a.ts': "import './b';", 'b.ts': '' }), 'a.ts'), [
        './b -> b.ts',
      ]);
  });
});
