import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { AstLanguage } from '#guardrails/ast/ast-language.ts';
import { loadEngine } from '#guardrails/ast/engine.ts';
import { mayNestTooDeep, nestsTooDeep } from '#guardrails/ast/nests-too-deep.ts';
import { parseSource } from '#guardrails/ast/parse-source.ts';

/** What nests, in the words of each language. */
const nests: [AstLanguage, (depth: number) => string][] = [
  ['TypeScript', (depth) => `x = ${'(\n'.repeat(depth)}1${')\n'.repeat(depth)}`],
  ['TypeScript', (depth) => `x = ${'[\n'.repeat(depth)}${']\n'.repeat(depth)}`],
  ['TypeScript', (depth) => `x = ${'!\n'.repeat(depth)}y`],
  ['TypeScript', (depth) => `x = ${'1 +\n'.repeat(depth)}y`],
  ['TypeScript', (depth) => `x = ${'a ? b :\n'.repeat(depth)}y`],
  ['TypeScript', (depth) => `x = a${'\n.b()'.repeat(depth)}`],
  ['TypeScript', (depth) => `x = ${'a => { return\n'.repeat(depth)}${'}\n'.repeat(depth)}`],
  ['TypeScript', (depth) => `${'if (a) {} else\n'.repeat(depth)}{}`],
  ['TypeScript', (depth) => `${'if (a) { b; c(1, 2); if (d) e;\n'.repeat(depth)}${'}\n'.repeat(depth)}`],
  ['TypeScript', (depth) => `${'if (a)\n'.repeat(depth)}b`],
  ['JavaScript', (depth) => `${'for (;;)\nwhile (a)\n'.repeat(depth)}b`],
  ['Tsx', (depth) => `x = ${'<a>\n'.repeat(depth)}${'</a>\n'.repeat(depth)}`],
  ['JavaScript', (depth) => `x = ${'`${\n'.repeat(depth)}${'}`\n'.repeat(depth)}`],
  ['Python', (depth) => `x = ${'[\n'.repeat(depth)}${']\n'.repeat(depth)}`],
  ['Python', (depth) => `x = ${'not '.repeat(depth)}y`],
  ['Go', (depth) => `package a\nfunc f() {\n${'if a {\n'.repeat(depth)}${'}\n'.repeat(depth)}}\n`],
  ['Rust', (depth) => `fn f() {\n${'if a {\n'.repeat(depth)}${'}\n'.repeat(depth)}}\n`],
  ['Java', (depth) => `${'class A {\n'.repeat(depth)}${'}\n'.repeat(depth)}`],
  ['Ruby', (depth) => `${'a do\n'.repeat(depth)}${'end\n'.repeat(depth)}`],
  ['Html', (depth) => `${'<a>\n'.repeat(depth)}${'</a>\n'.repeat(depth)}`],
  ['Json', (depth) => `${'[\n'.repeat(depth)}${']\n'.repeat(depth)}`],
];

suite('code that nests deep', () => {
  for (const [language, nest] of nests) {
    test(`${language}: ${nest(1).replaceAll('\n', ' ')}`, () => {
      assert.equal(parseSource(language, nest(12_000)), undefined);
      assert.notEqual(parseSource(language, nest(150)), undefined);
    });
  }

  test('what is long and not deep is read', () => {
    const texts = [
      'const a = "(((";\n'.repeat(5_000),
      'const a = 1\nfoo(a)\n'.repeat(5_000),
      `x = [\n${'[1, 2],\n'.repeat(5_000)}]`,
      `x = {\n${'a: 1 + 2 - 3\n,'.repeat(5_000)}}`,
      `// ${'('.repeat(5_000)}\n${'foo();\n'.repeat(5_000)}`,
      `${'function a() {\n  if (b) c()\n}\n'.repeat(3_000)}`,
    ];
    for (const text of texts) assert.notEqual(parseSource('TypeScript', text), undefined, text.slice(0, 40));
  });

  test('nothing that is found too deep in the tree was held for shallow before', () => {
    for (const [language, nest] of nests) {
      const text = nest(12_000);
      assert.ok(!nestsTooDeep(loadEngine().parse(language, text).root()) || mayNestTooDeep(text));
    }
  });

  test('a long file of usual code is not held for deep', () => {
    const text = 'export function one(a: string): void {\n  if (a === "b") return two(a, [1, 2]);\n}\n'.repeat(25_000);
    assert.equal(mayNestTooDeep(text), false);
  });
});
