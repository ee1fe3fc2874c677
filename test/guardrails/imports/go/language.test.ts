import assert from 'node:assert/strict';
import { test } from 'node:test';
import { memoryTree } from '#guardrails/tree.ts';
import { edgesOf } from '../edges.ts';
import { fixtureTrees } from '../trees.ts';

const shop: Record<string, string[]> = {
  'api/money/format_linux.go': ['fmt -> external fmt'],
  'api/money/gen.go': ['example.com/shop/store -> store/store.go'],
  'api/money/money.go': ['math/big -> external math/big'],
  'api/money/money_test.go': [
    'testing -> external testing',
    'example.com/shop/api/money -> api/money/format_linux.go',
    'example.com/shop/api/money -> api/money/money.go',
  ],
  'store/internal/db/db.go': ['github.com/gin-gonic/gin -> external github.com/gin-gonic/gin', 'example.com/shop/store -> store/store.go'],
  'store/store.go': [
    'context -> external context',
    'example.com/shop/store/internal/db -> store/internal/db/db.go',
    'example.com/shop/api/money -> api/money/format_linux.go',
    'example.com/shop/api/money -> api/money/money.go',
    'github.com/jackc/pgx/v5/stdlib -> external github.com/jackc/pgx/v5/stdlib github.com/jackc/pgx/v5',
    'example.com/shop/store/missing -> unresolved example.com/shop/store/missing',
    'example.com/shop/tools -> tools/tools.go',
  ],
  'tools/tools.go': ['C -> external C'],
};

for (const [kind, tree] of Object.entries(fixtureTrees('go-shop'))) {
  for (const [path, edges] of Object.entries(shop))
    test(`${kind}: the imports of ${path}`, () => assert.deepEqual(edgesOf(tree, path), edges));
}

const rows: { name: string; files: Record<string, string>; from: string; edges: string[] }[] = [
  {
    name: 'a package that has no files here is unresolved; a folder of tests and ignored files is none',
    files: {
      'go.mod': 'module "m"',
      'a.go': 'package m\nimport ("m/x"; "m/_y"; "m/t"; "mx")',
      't/a_test.go': 'package t',
      't/_b.go': 'package t',
      't/c.go': '// +build ignore\n\npackage main',
    },
    from: 'a.go',
    edges: ['m/x -> unresolved m/x', 'm/_y -> unresolved m/_y', 'm/t -> unresolved m/t', 'mx -> external mx'],
  },
  {
    name: 'a module inside of a module is another one, unless it is replaced',
    files: {
      'go.mod': 'module m\nreplace (\n  m/in v1.0.0 => ./in // ours\n  other => other v2\n)',
      'a.go': 'package m; import "m/in/x"; import "m/out"; import "m/.."',
      'in/go.mod': 'module m/in',
      'in/x/x.go': 'package x; import "m"',
      'out/go.mod': 'module m/out',
      'out/o.go': 'package out',
    },
    from: 'a.go',
    edges: ['m/in/x -> in/x/x.go', 'm/out -> external m/out', 'm/.. -> external m/..'],
  },
  {
    name: 'a module that the workspace does not use is built without it',
    files: {
      'go.work': 'use ./a',
      'a/go.mod': 'module a',
      'a/a.go': 'package a',
      'b/go.mod': 'module b',
      'b/b.go': 'package b; import "a"; import "./c"; import "../../d"',
      'b/c/c.go': 'package c',
    },
    from: 'b/b.go',
    edges: ['a -> external a', './c -> b/c/c.go', '../../d -> unresolved ../../d'],
  },
  {
    name: 'without go.mod nothing is of this repository',
    files: { 'a.go': 'package a; import "b"', 'b/b.go': 'package b' },
    from: 'a.go',
    edges: ['b -> external b'],
  },
];

for (const { name, files, from, edges } of rows) test(name, () => assert.deepEqual(edgesOf(memoryTree(files), from), edges));
