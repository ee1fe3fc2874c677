import assert from 'node:assert/strict';
import { test } from 'node:test';
import { importsCompiler } from '#guardrails/imports/compile.ts';
import { type ImportsCheck, importsCheckSchema } from '#kernel/records/guardrail.ts';

const sound: ImportsCheck = {
  kind: 'imports',
  layers: [
    { name: 'low', files: ['src/low/**', '!**/*.test.ts'] },
    { name: 'middle', files: ['src/middle/**', '!**/*.test.ts'] },
    { name: 'high', files: ['src/**'] },
  ],
  forbidden: [
    { from: ['src/**'], to: ['lodash', 'node:fs', 'react-dom/client', '@aws-sdk/*'], except: ['src/platform/**', 'lodash/fp'] },
    { from: ['index.ts'], to: ['**'] },
  ],
  cycles: false,
};

test('a sound check has no problems', () => assert.deepEqual(importsCompiler.problems(sound), []));

const mistakes: { name: string; check: Omit<ImportsCheck, 'kind'>; at: (string | number)[]; message: RegExp; fix?: string }[] = [
  { name: 'nothing to check', check: {}, at: [], message: /needs `layers`/ },
  {
    name: 'a layer named twice',
    check: {
      layers: [
        { name: 'a', files: ['a/**'] },
        { name: 'a', files: ['b/**'] },
      ],
    },
    at: ['layers', 1, 'name'],
    message: /two layers are called "a"/,
  },
  {
    name: 'a glob in two layers',
    check: {
      layers: [
        { name: 'a', files: ['a/**', 'x/**'] },
        { name: 'b', files: ['b/**', 'x/**'] },
      ],
    },
    at: ['layers', 1, 'files', 1],
    message: /in the layer "a" already/,
  },
  {
    name: 'a folder as a layer',
    check: {
      layers: [
        { name: 'a', files: ['src/a'] },
        { name: 'b', files: ['b/**'] },
      ],
    },
    at: ['layers', 0, 'files', 0],
    message: /names a folder/,
    fix: 'Write "src/a/**".',
  },
  {
    name: 'a broken glob',
    check: { forbidden: [{ from: ['src/{a,b'], to: ['c'] }] },
    at: ['forbidden', 0, 'from', 0],
    message: /unbalanced/,
  },
  {
    name: 'a path from the root of the disk',
    check: { forbidden: [{ from: ['**'], to: ['/src/**'] }] },
    at: ['forbidden', 0, 'to', 0],
    message: /slash/,
  },
  {
    name: 'a path with a dot',
    check: { forbidden: [{ from: ['**'], to: ['a'], except: ['b', './c/**'] }] },
    at: ['forbidden', 0, 'except', 1],
    message: /begins with/,
    fix: 'Write "c/**".',
  },
];

for (const { name, check, at, message, fix } of mistakes) {
  test(`names the place of: ${name}`, () => {
    const [problem, ...others] = importsCompiler.problems({ kind: 'imports', ...check });
    assert.deepEqual(others, []);
    assert.deepEqual(problem?.at, at);
    assert.match(problem?.message ?? '', message);
    if (fix !== undefined) assert.equal(problem?.fix, fix);
  });
}

test('every part has a mutant without it', () => {
  const mutants = importsCompiler.mutants(sound);
  assert.deepEqual(
    mutants.map((mutant) => mutant.part),
    [
      'layers[0] low',
      'layers[1] middle',
      'layers[2] high',
      'forbidden[0]',
      'forbidden[0].except[0] src/platform/**',
      'forbidden[0].except[1] lodash/fp',
      'forbidden[1]',
      'cycles',
    ],
  );
  for (const { check } of mutants) assert.ok(importsCheckSchema.safeParse(check).success);
  assert.equal(new Set(mutants.map((mutant) => JSON.stringify(mutant.check))).size, mutants.length);
});

test('two layers fall together, and the last entry takes its list with it', () => {
  const layers = [
    { name: 'a', files: ['a/**'] },
    { name: 'b', files: ['b/**'] },
  ];
  const forbidden = [{ from: ['a/**'], to: ['c'], except: ['d'] }];
  assert.deepEqual(importsCompiler.mutants({ kind: 'imports', layers, forbidden }), [
    { part: 'layers', check: { kind: 'imports', forbidden } },
    { part: 'forbidden[0]', check: { kind: 'imports', layers } },
    { part: 'forbidden[0].except[0] d', check: { kind: 'imports', layers, forbidden: [{ from: ['a/**'], to: ['c'] }] } },
  ]);
});

test('any file may hold an import, so no literals', () => assert.deepEqual(importsCompiler.literals(sound), []));

test('the parser of scripts is needed only where a script may be what imports', () => {
  const needs = (check: Omit<ImportsCheck, 'kind'>, files?: string[]) =>
    importsCompiler.packages?.({ kind: 'imports', ...check }, files).map(({ package: name }) => name);
  const layers = (...globs: string[]) => [{ name: 'a', files: globs }];
  for (const files of [['**/*.py'], ['**/*.{go,rs}', '!**/*.ts'], ['src/**/*.rs']]) assert.deepEqual(needs({ cycles: false }, files), []);
  for (const files of [undefined, ['src/**'], ['**/*.{ts,py}'], ['**/*.py', '**/*.mjs'], ['!**/*.py'], ['**/*.[jt]s']])
    assert.deepEqual(needs({ cycles: false }, files), ['oxc-parser'], String(files));
  assert.deepEqual(needs({ layers: layers('app/**/*.py'), forbidden: [{ from: ['**/*.go'], to: ['src/**'] }] }), []);
  assert.deepEqual(needs({ layers: layers('app/**/*.py'), forbidden: [{ from: ['lib/**'], to: ['**/*.py'] }] }), ['oxc-parser']);
});
