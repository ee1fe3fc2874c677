import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { GuardrailError } from '#guardrails/errors.ts';
import { importsRunner } from '#guardrails/imports/check.ts';
import { memoryTree, type Tree } from '#guardrails/tree.ts';
import type { CompiledRule } from '#kernel/records/compiled-rules.ts';
import { fixtureTrees, importsRule } from './trees.ts';

const floors = [
  { name: 'kernel', files: ['src/kernel/**'] },
  { name: 'platform', files: ['src/platform/**'] },
  { name: 'app', files: ['src/**'] },
];

for (const [kind, tree] of Object.entries(fixtureTrees('floors'))) {
  const hits = (rule: CompiledRule, paths = sources(tree)) => seen(tree, importsRunner.checkTree(rule, { tree, paths, whole: true }));

  test(`${kind}: a layer may import itself and those before it`, () => {
    assert.deepEqual(hits(importsRule({ layers: floors })), [
      "src/kernel/money.ts '../app/cart.ts': `src/kernel/money.ts` (kernel) may not import `src/app/cart.ts` (app)",
    ]);
  });

  test(`${kind}: the first layer that matches wins, and a file in none is free`, () => {
    const turned = [
      { name: 'all', files: ['src/**', '!src/kernel/**'] },
      { name: 'kernel', files: ['src/kernel/money.ts'] },
    ];
    assert.deepEqual(hits(importsRule({ layers: turned })), [
      "src/app/cart.ts '../kernel/money.ts': `src/app/cart.ts` (all) may not import `src/kernel/money.ts` (kernel)",
    ]);
  });

  test(`${kind}: forbidden edges lead to paths, packages and modules of Node, however they are written`, () => {
    const rule = importsRule({
      forbidden: [
        { from: ['src/**'], to: ['node:fs'] },
        { from: ['src/app/**'], to: ['src/kernel/**'] },
      ],
    });
    assert.deepEqual(hits(rule), [
      "src/app/cart.ts '../kernel/money.ts': `src/app/cart.ts` may not import `src/kernel/money.ts`",
      "src/kernel/clock.ts 'node:fs': `src/kernel/clock.ts` may not import `node:fs`",
      "src/platform/files.ts 'fs': `src/platform/files.ts` may not import `fs`",
    ]);
  });

  test(`${kind}: except allows a target or an importing file`, () => {
    const except = ['src/platform/**', 'src/kernel/money.ts'];
    const rule = importsRule({ forbidden: [{ from: ['src/**'], to: ['fs', 'src/kernel/**'], except }] });
    assert.deepEqual(hits(rule), ["src/kernel/clock.ts 'node:fs': `src/kernel/clock.ts` may not import `node:fs`"]);
  });

  test(`${kind}: a circle is shown at each of its imports, type imports included`, () => {
    assert.deepEqual(hits(importsRule({ cycles: false })), [
      "src/app/cart.ts '../kernel/money.ts': src/app/cart.ts -> src/kernel/money.ts -> src/app/cart.ts",
      "src/kernel/money.ts '../app/cart.ts': src/kernel/money.ts -> src/app/cart.ts -> src/kernel/money.ts",
    ]);
  });

  test(`${kind}: a circle is shown from the file in question`, () => {
    const rule = importsRule({ cycles: false });
    const from = (path: string) => seen(tree, importsRunner.checkTree(rule, { tree, paths: [path], whole: false }));
    assert.deepEqual(from('src/kernel/money.ts'), [
      "src/kernel/money.ts '../app/cart.ts': src/kernel/money.ts -> src/app/cart.ts -> src/kernel/money.ts",
    ]);
    assert.deepEqual(from('src/platform/files.ts'), []);
  });

  test(`${kind}: a circle that leaves the files of the guardrail is none`, () => {
    const rule = importsRule({ cycles: false }, { include: '^src\\/kernel\\/' });
    assert.deepEqual(hits(rule, ['src/kernel/money.ts', 'src/kernel/clock.ts']), []);
  });

  test(`${kind}: only imports from the files in question count`, () => {
    assert.deepEqual(hits(importsRule({ layers: floors }), ['src/app/cart.ts']), []);
  });
}

const packages: [to: string, specifier: string, found: boolean][] = [
  ['lodash', 'lodash', true],
  ['lodash', 'lodash/fp', true],
  ['lodash/fp', 'lodash/fp', true],
  ['lodash/fp', 'lodash', false],
  ['lodash', 'lodash-es', false],
  ['lodash', './lodash', false],
  ['@aws-sdk/*', '@aws-sdk/client-s3/commands', true],
  ['@aws-sdk/*', '@smithy/core', false],
  ['fs', 'node:fs/promises', true],
  ['node:*', 'path', true],
  ['node:*', 'path-to-regexp', false],
  ['**/*.test.ts', './a.test.ts', true],
  ['@shop/core', '@shop/core', true],
  ['**', 'react', true],
];

for (const [to, specifier, found] of packages) {
  test(`forbidding ${to} ${found ? 'finds' : 'lets pass'} ${specifier}`, () => {
    const tree = memoryTree({
      'package.json': '{"workspaces":["core"]}',
      'core/package.json': '{"name":"@shop/core","main":"index.ts"}',
      'core/index.ts': '',
      'a.test.ts': '',
      'lodash.ts': '',
      'x.ts': `import '${specifier}';`,
    });
    const hits = importsRunner.checkTree(importsRule({ forbidden: [{ from: ['x.ts'], to: [to] }] }), {
      tree,
      paths: ['x.ts'],
      whole: true,
    });
    assert.equal(hits.length, found ? 1 : 0);
  });
}

test('a target taken out with ! is free under every name it has', () => {
  const tree = memoryTree({ 'x.ts': "import 'node:fs'; import 'node:path/posix'; import 'react';" });
  const rule = importsRule({ forbidden: [{ from: ['**'], to: ['**', '!path', '!react'] }] });
  assert.equal(seen(tree, importsRunner.checkTree(rule, { tree, paths: ['x.ts'], whole: true })).length, 1);
});

test('an import that breaks several rules is one hit; two imports of one file are two', () => {
  const tree = memoryTree({ 'low/a.ts': "import type { B } from '../high/b.ts';\nexport * from '../high/b.ts';", 'high/b.ts': '' });
  const layers = [
    { name: 'low', files: ['low/**'] },
    { name: 'high', files: ['high/**'] },
  ];
  const rule = importsRule({ layers, forbidden: [{ from: ['low/**'], to: ['high/**'] }] });
  assert.equal(importsRunner.checkTree(rule, { tree, paths: ['low/a.ts'], whole: true }).length, 2);
});

test('a file that imports itself is a circle of one', () => {
  const tree = memoryTree({ 'a.ts': "export * from './a.ts';" });
  assert.deepEqual(seen(tree, importsRunner.checkTree(importsRule({ cycles: false }), { tree, paths: ['a.ts'], whole: true })), [
    "a.ts './a.ts': a.ts -> a.ts",
  ]);
});

test('when time is up the check gives up with an error that says so', () => {
  const { memory: tree } = fixtureTrees('floors');
  const check = () =>
    importsRunner.checkTree(importsRule({ cycles: false }), {
      tree,
      paths: sources(tree),
      whole: false,
      deadlineMs: performance.now() - 1,
    });
  assert.throws(check, (error) => error instanceof GuardrailError && error.code === 'deadline');
});

test('a look at one file finds in it what the whole check finds in it', () => {
  const edges = fc.array(fc.tuple(fc.nat(5), fc.nat(5)), { maxLength: 12 });
  fc.assert(
    fc.property(edges, fc.nat(5), (pairs, one) => {
      const files = [0, 1, 2, 3, 4, 5].map((from) => [
        `${from}.ts`,
        pairs
          .filter((pair) => pair[0] === from)
          .map((pair) => `import './${pair[1]}';`)
          .join('\n'),
      ]);
      const tree = memoryTree(Object.fromEntries(files));
      const rule = importsRule({ cycles: false });
      const whole = importsRunner.checkTree(rule, { tree, paths: sources(tree), whole: true });
      const part = importsRunner.checkTree(rule, { tree, paths: [`${one}.ts`], whole: false });
      assert.deepEqual(
        part,
        whole.filter((hit) => hit.path === `${one}.ts`),
      );
    }),
  );
});

function sources(tree: Tree): string[] {
  return tree
    .paths()
    .filter((path) => path.endsWith('.ts'))
    .sort();
}

function seen(tree: Tree, hits: ReturnType<typeof importsRunner.checkTree>): string[] {
  return hits.map(({ path, span, detail }) => `${path} ${tree.read(path)?.slice(span?.start, span?.end)}: ${detail}`);
}
