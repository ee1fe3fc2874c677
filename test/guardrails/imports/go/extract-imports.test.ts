import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { extractImports } from '#guardrails/imports/go/extract-imports.ts';

const forms: { name: string; text: string; specifiers: string[] }[] = [
  { name: 'one', text: 'package a\nimport "fmt"\n', specifiers: ['fmt'] },
  { name: 'names, blank and dot', text: 'package a; import f "fmt"; import _ "a/b"; import . `c`', specifiers: ['fmt', 'a/b', 'c'] },
  {
    name: 'groups',
    text: 'package a\nimport (\n"a"; b "b"\n\n// "c"\n/* "d" */ "e" // f\n)\nimport ()\nimport("g")',
    specifiers: ['a', 'b', 'e', 'g'],
  },
  { name: 'tags, byte order mark and CRLF', text: '\uFEFF//go:build x\r\n\r\npackage a\r\n\r\nimport "b"\r\n', specifiers: ['b'] },
  { name: 'nothing after the first declaration', text: 'package a\nimport "b"\nvar c = "x"\nimport "d"', specifiers: ['b'] },
  { name: 'a group that is not closed', text: 'package a\nimport (\n"b"\nfunc c() {}', specifiers: ['b'] },
  { name: 'no package clause', text: 'import "a"', specifiers: [] },
  { name: 'words that only begin like one', text: 'package a\nimportant("b")', specifiers: [] },
  { name: 'a comment that is not closed', text: 'package a /* \nimport "b"', specifiers: [] },
];

for (const { name, text, specifiers } of forms) {
  test(`finds the imports of: ${name}`, () => {
    assert.deepEqual(
      extractImports(text).map((site) => site.specifier),
      specifiers,
    );
  });
}

test('whatever the text, every site is a quoted string of it, and none is inside of a comment', () => {
  const word = fc.constantFrom(
    'package a',
    'import',
    '(',
    ')',
    '"b"',
    '`c`',
    '"é👋"',
    '\n',
    ';',
    ' ',
    '_',
    '.',
    '//',
    '/*',
    '*/',
    'func',
    '"',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(word, fc.string({ maxLength: 2 })), { maxLength: 25 }), (words) => {
      const text = `package a\n${words.join('')}`;
      const sites = extractImports(text);
      for (const site of sites) assert.match(text.slice(site.start, site.end), /^(["`]).+\1$/s);
      const commented = extractImports(`package a\n/*${text.replaceAll('*/', '')}*/`);
      assert.deepEqual(commented, []);
    }),
  );
});
