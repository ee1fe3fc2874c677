import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { extractImports } from '#guardrails/imports/typescript/extract-imports.ts';

const forms: { name: string; path?: string; text: string; specifiers: string[] }[] = [
  { name: 'static', text: "import a from './a'; import { b } from './b'; import * as c from './c';", specifiers: ['./a', './b', './c'] },
  { name: 'side effect', text: "import './a.css'", specifiers: ['./a.css'] },
  { name: 'types', text: "import type { A } from './a'; import { type B } from './b'", specifiers: ['./a', './b'] },
  { name: 'type expression', text: "let a: import('./a').A<string>; type B = typeof import('./b')", specifiers: ['./a', './b'] },
  {
    name: 're-exports',
    text: "export * from './a'; export * as b from './b'; export { c } from './c'; export type { D } from './d'",
    specifiers: ['./a', './b', './c', './d'],
  },
  { name: 'one statement, many names', text: "export { a, b, c } from './a'", specifiers: ['./a'] },
  {
    name: 'dynamic',
    text: "await import('./a'); await import(`./b`); await import(/* lazy */ './c', { with: { type: 'json' } })",
    specifiers: ['./a', './b', './c'],
  },
  { name: 'computed', text: `await import('./' + a); await import(\`./\${b}\`); require(c); require('./x/' + d + '.js')`, specifiers: [] },
  {
    name: 'require',
    path: 'a.cjs',
    text: "const a = require('./a'); if (a) module.exports = require( './b' ).c",
    specifiers: ['./a', './b'],
  },
  {
    name: 'import equals',
    text: "import a = require('./a'); export import b = require('./b'); import C = D.E",
    specifiers: ['./a', './b'],
  },
  {
    name: 'not imports',
    text: "// import './a'\nconst s = \"import './b'\"; jest.mock('./c'); require.resolve('./d'); import.meta.url; export const from = './e'",
    specifiers: [],
  },
  { name: 'jsx in .js', path: 'a.js', text: "import a from './a'; export const b = <p>{a}</p>", specifiers: ['./a'] },
  {
    name: 'types in .js',
    path: 'a.js',
    text: "import type { A } from './a'; const a: A = 1; import b from './b'",
    specifiers: ['./a', './b'],
  },
  { name: 'angle-bracket cast', text: "import a from './a'; const b = <string>a", specifiers: ['./a'] },
  { name: 'declarations', path: 'a.d.ts', text: "import { A } from './a'; declare const b: import('./b').B", specifiers: ['./a', './b'] },
  { name: 'empty', text: "import ''", specifiers: [] },
  { name: 'nothing to import', text: 'const a = 1', specifiers: [] },
];

for (const { name, path = 'a.ts', text, specifiers } of forms) {
  test(`finds the imports of: ${name}`, () => {
    const found = extractImports(path, text);
    assert.deepEqual(
      found.map((site) => site.specifier),
      specifiers,
    );
  });
}

test('positions count UTF-16 code units, quotes included, whatever comes before', () => {
  const text = "const wave = '👋🏽 é ✓';\nimport a from './a'; const b = require(\"./b\"); await import('./c'); let d: import('./d').D;\n";
  const quoted = extractImports('a.ts', text).map((site) => text.slice(site.start, site.end));
  assert.deepEqual(quoted, ["'./a'", '"./b"', "'./c'", "'./d'"]);
});

test('a file with a syntax error gives the imports that could be read', () => {
  const found = extractImports('a.ts', "import a from './a';\nconst = ;\n");
  assert.deepEqual(
    found.map((site) => site.specifier),
    ['./a'],
  );
});

test('whatever the text, every site is a quoted string of it', () => {
  const token = fc.constantFrom(
    'import',
    'export',
    'from',
    'require',
    '(',
    ')',
    '{',
    '}',
    '*',
    'type',
    '=',
    ' ',
    ';',
    '\n',
    "'./a'",
    '"é👋"',
    '`b`',
    `\`\${c}\``,
    '//',
    '/*',
    '*/',
    '<p>',
    'x',
  );
  const text = fc.array(fc.oneof(token, fc.string({ unit: 'binary', maxLength: 3 })), { maxLength: 30 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, fc.constantFrom('a.ts', 'a.tsx', 'a.js', 'a.cjs', 'a.d.ts'), (source, path) => {
      for (const site of extractImports(path, source)) assert.match(source.slice(site.start, site.end), /^(['"`]).+\1$/s);
    }),
  );
});
