import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseRust } from '#guardrails/imports/rust/parse-rust.ts';

const forms: { name: string; text: string; modules?: string[]; uses?: string[] }[] = [
  {
    name: 'modules',
    text: 'mod a; pub(crate) mod b;\nmod c { mod d; pub mod e { mod f; } } mod r#g;',
    modules: ['a', 'b', 'c {', 'c/d', 'c/e {', 'c/e/f', 'g'],
  },
  {
    name: 'paths of modules',
    text: '#[path = "x.rs"] mod a;\n#[cfg_attr(unix, path = "u.rs")]\n#[cfg_attr(windows, path = "w.rs")]\nmod b; mod c;',
    modules: ['a x.rs', 'b u.rs w.rs', 'c'],
  },
  {
    name: 'trees of use',
    text: 'use a::{self, b as c, d::{e, f::*,},}; use ::g; use h::*; use {i, j::k};',
    uses: ['a', 'a::b', 'a::d::e', 'a::d::f', 'g', 'h', 'i', 'j::k'],
  },
  { name: 'comments in a tree', text: 'use a:: /* b */ { // c\n d,\n};', uses: ['a::d'] },
  { name: 'crates', text: 'extern crate a; extern crate b as c; extern "C" { fn d(); }', uses: ['a', 'b'] },
  {
    name: 'paths in code',
    text: 'fn f() { a::b(); $crate::c!(); <T as d::E>::g::h(); Vec::<i::J>::new() } #[k::l] struct S;',
    uses: ['a::b', 'crate::c', 'd::E', 'i::J', 'k::l'],
  },
  { name: 'what only says who may see', text: 'pub(in crate::a) fn b() {} fn c() -> impl D + use<> {}' },
  {
    name: 'inside of inline modules',
    text: 'mod a { use b; } fn f() { use c; } mod d { fn g() { { use e; } } use h; }',
    modules: ['a {', 'd {'],
    uses: ['a/b', 'c', 'd/e', 'd/h'],
  },
  { name: 'strings', text: 'let a = "use b;"; r#"mod c; " use d;"#; b"\\" use e;"; br##""# use f;"##; use g;', uses: ['g'] },
  { name: 'characters and lifetimes', text: `fn f<'a>(b: &'a str) { '"'; '\\''; '\\u{22}'; b'"'; 'l: loop {} } use c;`, uses: ['c'] },
  { name: 'comments in comments', text: '/* use a; /* mod b; */ use c; */ // use d;\n//! use e::f;\nuse g;', uses: ['g'] },
  { name: 'torn text', text: 'use a::{b, c\nmod d; use ; mod ; use e::', uses: ['a::b', 'a::c'], modules: ['d'] },
];

for (const { name, text, modules = [], uses = [] } of forms) {
  test(`reads: ${name}`, () => {
    const file = parseRust(text);
    const inScope = (scope: readonly string[], what: string) => [...scope, what].join('/');
    assert.deepEqual(
      file.modules.map((item) => [inScope(item.scope, item.name), ...(item.inline ? ['{'] : []), ...item.paths].join(' ')),
      modules,
    );
    assert.deepEqual(
      file.uses.map((use) => inScope(use.scope, use.segments.join('::'))),
      uses,
    );
  });
}

test('whatever the text, it is read to its end, and what is found stands where it says', () => {
  const word = fc.constantFrom(
    'mod ',
    'use ',
    'a',
    'b::c',
    '::',
    '{',
    '}',
    ';',
    ',',
    '*',
    'self',
    ' as ',
    '"',
    "'",
    'r#"',
    '/*',
    '*/',
    '//',
    '\n',
    '#[path = "x"]',
    'é👋',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(word, fc.string({ unit: 'binary', maxLength: 3 })), { maxLength: 40 }), (words) => {
      const text = words.join('');
      const { modules, uses } = parseRust(text);
      for (const { name, start, end } of modules) assert.ok(text.slice(start, end).includes(name));
      for (const { segments, start, end } of uses)
        assert.ok(text.slice(start, end + 200).includes(segments.at(-1) ?? '') || segments.length > 1);
    }),
  );
});

test('deep nesting ends soon', () => {
  assert.ok(parseRust(`use ${'a::{'.repeat(10_000)}`).uses.length < 100);
  assert.equal(parseRust(`${'/*'.repeat(50_000)}use a;`).uses.length, 0);
});
