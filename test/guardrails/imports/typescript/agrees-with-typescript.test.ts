import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import ts from 'typescript';
import { importGraphOf } from '#guardrails/imports/import-graph.ts';
import { fixtureRoot, fixtureTrees } from '../trees.ts';

/** `shop` is not built, so its packages mean nothing to the compiler; the config of `main.tsx` is known by its reference. */
const configs: Readonly<Record<string, string>> = {
  'packages/core/src/index.ts': 'packages/core/tsconfig.json',
  'packages/core/src/money.ts': 'packages/core/tsconfig.json',
  'packages/web/vite.config.ts': 'packages/web/tsconfig.node.json',
  'packages/web/src/main.tsx': 'packages/web/tsconfig.app.json',
  'packages/web/src/cart/index.ts': 'packages/web/tsconfig.app.json',
  'packages/web/src/pages/home.tsx': 'packages/web/tsconfig.app.json',
};

for (const [file, config] of Object.entries(configs)) {
  test(`relative imports, aliases and package imports of ${file} lead where the compiler goes`, () => {
    const root = fixtureRoot('shop');
    const options = optionsOf(path.join(root, config));
    const edges = importGraphOf(fixtureTrees('shop').memory)
      .edgesFrom(file)
      .filter(({ site }) => !/^@shop|\.css$/.test(site.specifier));
    assert.ok(edges.length > 0);
    for (const { site, target } of edges) {
      const found = ts.resolveModuleName(site.specifier, path.join(root, file), options, ts.sys).resolvedModule?.resolvedFileName;
      const inside = found?.startsWith(`${root}/`) === true ? path.relative(root, found) : undefined;
      assert.equal(target.kind === 'file' ? target.path : undefined, inside, site.specifier);
    }
  });
}

function optionsOf(config: string): ts.CompilerOptions {
  const { config: json } = ts.readConfigFile(config, (file) => fs.readFileSync(file, 'utf8'));
  const { options } = ts.parseJsonConfigFileContent(json, ts.sys, path.dirname(config), undefined, config);
  return { ...options, customConditions: ['development'] };
}
