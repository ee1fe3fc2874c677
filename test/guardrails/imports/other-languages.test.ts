import assert from 'node:assert/strict';
import { test } from 'node:test';
import { GuardrailError } from '#guardrails/errors.ts';
import { importsRunner } from '#guardrails/imports/check.ts';
import { memoryTree, type Tree } from '#guardrails/tree.ts';
import type { ImportsCheck } from '#kernel/records/guardrail.ts';
import { fixtureTrees, importsRule } from './trees.ts';

for (const kind of ['disk', 'memory'] as const) {
  const go = fixtureTrees('go-shop')[kind];
  const python = fixtureTrees('python-shop')[kind];
  const rust = fixtureTrees('rust-shop')[kind];

  test(`${kind}: Go: a package of several files is one import, and files that no build takes are on no circle`, () => {
    assert.deepEqual(
      found(go, { forbidden: [{ from: ['store/**'], to: ['api/**', 'github.com/jackc/**', 'github.com/gin-gonic/gin'] }] }),
      [
        'store/internal/db/db.go: `store/internal/db/db.go` may not import `github.com/gin-gonic/gin`',
        'store/store.go: `store/store.go` may not import `api/money/format_linux.go`',
        'store/store.go: `store/store.go` may not import `github.com/jackc/pgx/v5/stdlib`',
      ],
    );
    assert.deepEqual(found(go, { cycles: false }), [
      'store/internal/db/db.go: store/internal/db/db.go -> store/store.go -> store/internal/db/db.go',
      'store/store.go: store/store.go -> store/internal/db/db.go -> store/store.go',
    ]);
  });

  test(`${kind}: Python: layers, packages and circles, imports for types included`, () => {
    const layers = [
      { name: 'core', files: ['src/shop/core/**'] },
      { name: 'web', files: ['src/shop/web/**'] },
    ];
    const money = 'src/shop/core/money.py';
    assert.deepEqual(found(python, { layers, forbidden: [{ from: ['**'], to: ['requests', 'os.*'] }] }), [
      'src/shop/core/clock.py: `src/shop/core/clock.py` may not import `os.path`',
      `${money}: \`${money}\` may not import \`requests.adapters\``,
      `${money}: \`${money}\` (core) may not import \`src/shop/web/cart.py\` (web)`,
    ]);
    assert.ok(found(python, { cycles: false }).includes(`${money}: ${money} -> src/shop/web/cart.py -> ${money}`));
  });

  test(`${kind}: Rust: a part counts for layers and makes no circle; a crate is forbidden by its name in code and in the registry`, () => {
    assert.deepEqual(
      found(rust, {
        forbidden: [{ from: ['**'], to: ['serde', 'serde-json', 'core/src/platform/**'], except: ['core/src/money/**', 'tests'] }],
      }),
      [
        'core/src/lib.rs: `core/src/lib.rs` may not import `core/src/platform/unix.rs`',
        'core/src/lib.rs: `core/src/lib.rs` may not import `core/src/platform/windows.rs`',
      ],
    );
    assert.deepEqual(found(rust, { forbidden: [{ from: ['core/src/money/**'], to: ['serde', 'serde-json'] }] }), [
      'core/src/money/cents.rs: `core/src/money/cents.rs` may not import `json::from_str`',
      'core/src/money/mod.rs: `core/src/money/mod.rs` may not import `serde::Deserialize`',
    ]);
    assert.deepEqual(found(rust, { cycles: false }), [
      'core/src/lib.rs: core/src/lib.rs -> core/src/money/mod.rs -> core/src/lib.rs',
      'core/src/money/mod.rs: core/src/money/mod.rs -> core/src/lib.rs -> core/src/money/mod.rs',
    ]);
  });
}

test('one edited file is looked at without a list of the repository', () => {
  for (const [leaf, path] of [
    ['python-shop', 'src/shop/web/cart.py'],
    ['rust-shop', 'core/src/money/mod.rs'],
  ] as const) {
    const { memory } = fixtureTrees(leaf);
    const tree: Tree = { ...memory, paths: () => assert.fail('the repository was listed') };
    const rule = importsRule({ forbidden: [{ from: ['**'], to: ['nothing'] }] });
    assert.deepEqual(importsRunner.checkTree(rule, { tree, paths: [path], whole: false }), []);
  }
});

test('when time is up the check of any language gives up with an error that says so', () => {
  for (const path of ['a.go', 'a.py', 'a.rs']) {
    const tree = memoryTree({ [path]: '' });
    const check = () =>
      importsRunner.checkTree(importsRule({ cycles: false }), { tree, paths: [path], whole: false, deadlineMs: performance.now() - 1 });
    assert.throws(check, (error) => error instanceof GuardrailError && error.code === 'deadline');
  }
});

function found(tree: Tree, check: Omit<ImportsCheck, 'kind'>): string[] {
  const hits = importsRunner.checkTree(importsRule(check), { tree, paths: [...tree.paths()].sort(), whole: true });
  return hits.map(({ path, detail }) => `${path}: ${detail}`);
}
