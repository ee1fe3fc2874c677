import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { moduleResolver } from '#guardrails/imports/typescript/module-resolver.ts';
import { memoryTree } from '#guardrails/tree.ts';
import { worktreeTree } from '#platform/git/worktree-tree.ts';

test('what a build made does not change the answer', (context) => {
  const root = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'tackroom-imports-')));
  context.after(() => fs.rmSync(root, { recursive: true }));
  const listed = ['package.json', 'src/a.ts', 'src/c.ts'];
  for (const file of [...listed, 'dist/a.js', 'dist/a.d.ts', 'dist/b.js', 'lib/c/index.js']) {
    fs.mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    fs.writeFileSync(
      path.join(root, file),
      file === 'package.json' ? '{"name":"built","exports":{".":"./dist/a.js","./b":"./dist/b.js"}}' : '',
    );
  }
  const resolve = moduleResolver(worktreeTree({ root, gitDir: path.join(root, '.git') }, listed));
  const answers = ['built', 'built/b', '../dist/a', '../lib/c'].map((specifier) => pathOf(resolve('src/c.ts', specifier)));
  assert.deepEqual(answers, ['src/a.ts', 'dist/b.js', 'src/a.ts', 'src/c.ts']);
});

test('nothing outside the repository is found, by whatever way it is named', (context) => {
  const outside = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'tackroom-imports-')));
  context.after(() => fs.rmSync(outside, { recursive: true }));
  const root = path.join(outside, 'repository');
  fs.mkdirSync(root);
  fs.writeFileSync(path.join(outside, 'secret.ts'), '');
  fs.writeFileSync(path.join(outside, 'tsconfig.json'), '{"compilerOptions":{"paths":{"mine":["./repository/x.ts"]}}}');
  fs.writeFileSync(path.join(root, 'x.ts'), '');
  fs.symlinkSync(outside, path.join(root, 'link'));
  const config = {
    extends: ['../tsconfig.json', './link/tsconfig.json'],
    compilerOptions: { baseUrl: '.', paths: { 'up/*': ['../*'], 'there/*': [`${outside}/*`] } },
  };
  fs.writeFileSync(path.join(root, 'tsconfig.json'), JSON.stringify(config));
  fs.writeFileSync(
    path.join(root, 'package.json'),
    '{"name":"x","exports":{"./up":"../secret.ts"},"imports":{"#up":"../secret.ts"},"workspaces":["../*"]}',
  );
  const resolve = moduleResolver(worktreeTree({ root, gitDir: path.join(root, '.git') }, ['x.ts', 'tsconfig.json', 'package.json']));
  const ways = [
    '../secret',
    './link/secret',
    'up/secret',
    'there/secret',
    `${outside}/secret.ts`,
    'x/up',
    '#up',
    'mine',
    '\0virtual',
    './\0',
    './link',
  ];
  assert.deepEqual(
    ways.filter((specifier) => resolve('x.ts', specifier).kind === 'file'),
    [],
  );
  assert.equal(pathOf(resolve('x.ts', './x')), 'x.ts');
});

test('whatever a package.json, tsconfig or workspace file holds, an import leads somewhere or nowhere, without a crash', () => {
  const word = fc.constantFrom(
    '.',
    './',
    '..',
    '',
    '!',
    '*',
    './*',
    './a',
    'a',
    '#a',
    '@a/b',
    './a/*.js',
    `\${configDir}/*`,
    '{',
    '[',
    'link:..',
    '/',
  );
  const { value } = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      word,
      fc.constant(null),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(word, tie('value'), { maxKeys: 3 }),
    ),
  }));
  const keyed = (...keys: string[]) => fc.record(Object.fromEntries(keys.map((key) => [key, value])), { requiredKeys: [] });
  const manifest = keyed('name', 'exports', 'imports', 'main', 'workspaces', 'dependencies').map((json) => ({ name: 'a', ...json }));
  const config = fc.record({
    compilerOptions: keyed('baseUrl', 'paths'),
    extends: value,
    references: value,
    include: value,
    exclude: value,
    files: value,
  });
  fc.assert(
    fc.property(
      manifest,
      config,
      fc.oneof(
        value.map((json) => JSON.stringify(json)),
        fc.string(),
      ),
      (inPackage, inConfig, text) => {
        const tree = memoryTree({
          'package.json': JSON.stringify(inPackage),
          'a/package.json': JSON.stringify(inPackage),
          'tsconfig.json': JSON.stringify(inConfig),
          'a/tsconfig.json': text,
          'pnpm-workspace.yaml': `packages: ${text}`,
          'a/a.ts': '',
        });
        const resolve = moduleResolver(tree);
        for (const specifier of ['a', 'a/a', '#a', './a', '..', '@a/b', '', '@', '#', './a?b', text]) {
          for (const from of ['x.ts', 'a/a.ts']) {
            const target = resolve(from, specifier);
            assert.ok(target.kind !== 'file' || tree.has(target.path));
          }
        }
      },
    ),
  );
});

function pathOf(target: ReturnType<ReturnType<typeof moduleResolver>>): string | undefined {
  return target.kind === 'file' ? target.path : undefined;
}
