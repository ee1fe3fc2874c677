import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { extractImports } from '#guardrails/imports/python/extract-imports.ts';

const forms: { name: string; text: string; found: string[] }[] = [
  { name: 'plain', text: 'import a\nimport a.b as c, d . e;import f', found: ['a', 'a.b', 'd.e', 'f'] },
  { name: 'from', text: 'from a import b, c as d\nfrom a.b import *', found: ['a: a.b a.c', 'a.b:'] },
  {
    name: 'relative',
    text: 'from . import a\nfrom .import b\nfrom ...a import b\nfrom . . import c',
    found: ['.: .a', '.: .b', '...a: ...a.b', '..: ..c'],
  },
  { name: 'brackets and comments', text: 'from a import ( # why\n  b, # import x\n  c as d,\n)\nimport e', found: ['a: a.b a.c', 'e'] },
  { name: 'continued lines', text: 'from a \\\n  import b, \\\r\n  c\nimport d, \\\n  e', found: ['a: a.b a.c', 'd', 'e'] },
  {
    name: 'inside of blocks',
    text: 'def f():\n  import a\nif TYPE_CHECKING: from b import C\ntry:\n\timport d\nexcept ImportError: pass',
    found: ['a', 'b: b.C', 'd'],
  },
  { name: 'names of other scripts', text: 'import mañana\nfrom 模块 import 類', found: ['mañana', '模块: 模块.類'] },
  {
    name: 'by call',
    text: 'import_module("a.b")\nimportlib.import_module(\n  ".c", package=p)\n__import__(\'d\')\n__import__("e" + f)\n__import__(g)\n__import__(f"h{i}")\nimport_module("a b")',
    found: ['a.b', '.c', 'd'],
  },
  { name: 'other uses of from', text: 'raise A from b\nyield from c\nx = (yield\n from d)\nimport e', found: ['e'] },
  { name: 'strings and comments', text: "# import a\n\"import b\"\n'''\nimport c\n'''\nr\"\\\"\"; import d", found: ['d'] },
  { name: 'raw strings', text: "r'\\' import a'\nR'''\\'''import b'''\nimport c", found: ['c'] },
  {
    name: 'formatted strings',
    text: 'f"{x["import a"]:\'>{w}}" ; import b\nrf\'{y!r:"^9}\'; import c\nF"{{import d}}"\nf"""{\nz["""import e"""]}"""\nimport f',
    found: ['b', 'c', 'f'],
  },
  { name: 'a string that is not closed ends with its line', text: 'x = "import a\nimport b\nf"{import c\nimport d', found: ['b', 'd'] },
  {
    name: 'torn statements',
    text: 'import\nfrom a\nfrom import b\nfrom a import\nimport c.\nfrom . import (d',
    found: ['b', 'a:', 'c', '.: .d'],
  },
  { name: 'byte order mark and CRLF', text: '\uFEFFimport a\r\nfrom b import (\r\n c)\r\n', found: ['a', 'b: b.c'] },
];

for (const { name, text, found } of forms) {
  test(`finds the imports of: ${name}`, () => {
    const seen = extractImports(text).map(({ specifier, members }) =>
      members === undefined ? specifier : [`${specifier}:`, ...members.map((member) => member.specifier)].join(' '),
    );
    assert.deepEqual(seen, found);
  });
}

test('a site is where the module stands, a member where its name does', () => {
  const text = 's = "👋🏽"\nfrom .a . b import c as d, e\nimport_module("f")\n';
  const spans = extractImports(text).flatMap((site) => [site, ...(site.members ?? [])]);
  assert.deepEqual(
    spans.map(({ start, end }) => text.slice(start, end)),
    ['.a . b', 'c', 'e', '"f"'],
  );
});

test('what stands in a string or a comment is no import, and what stands after it is one', () => {
  const inside = fc.array(fc.constantFrom('import a', 'from b import c', ' ', '\\\\', '\\"', "\\'", '{', '}', '#', 'x', 'é👋'), {
    maxLength: 8,
  });
  const quotes = fc.constantFrom('"', "'", '"""', "'''", 'r"', "b'", 'Rb"""', '# ');
  fc.assert(
    fc.property(fc.array(fc.tuple(quotes, inside), { maxLength: 6 }), (strings) => {
      const text = strings.map(([quote, words]) => `${quote}${words.join('')}${quote.startsWith('#') ? '' : quote.replace(/^\w+/, '')}\n`);
      const found = extractImports(`${text.join('')}import last`);
      assert.deepEqual(
        found.map((site) => site.specifier),
        ['last'],
      );
    }),
  );
});

test('whatever the text, it is read to its end', () => {
  const word = fc.constantFrom(
    'import ',
    'from ',
    '.',
    'a',
    ' as ',
    ',',
    '(',
    ')',
    '\\\n',
    '\n',
    '#',
    '"',
    "'",
    '"""',
    'f"',
    '{',
    '}',
    ':',
    'import_module(',
    '!',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(word, fc.string({ unit: 'binary', maxLength: 3 })), { maxLength: 40 }), (words) => {
      const text = words.join('');
      let last = 0;
      for (const { start, end } of extractImports(text)) {
        assert.ok(start >= last && end > start && end <= text.length);
        last = end;
      }
    }),
  );
});

test('deep nesting and long lines end soon', () => {
  assert.deepEqual(extractImports('f"{'.repeat(2000)), []);
  assert.equal(extractImports(`${'('.repeat(100_000)}\nimport a`).length, 1);
  assert.equal(extractImports(`x = "${'\\\\'.repeat(500_000)}"\nimport a`).length, 1);
});
