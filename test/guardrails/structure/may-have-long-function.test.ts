import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseSource } from '#guardrails/ast/parse-source.ts';
import { functionKinds } from '#guardrails/structure/function-kinds.ts';
import { mayHaveLongFunction } from '#guardrails/structure/may-have-long-function.ts';

const lines = (count: number) => '  a();\n'.repeat(count);

test('many short functions are no long one', () => {
  const text = `class A extends B {\n  x = 1;\n${`  m(a: { b: c }): { d: e } {\n${lines(3)}  }\n`.repeat(9)}}\nexport const a = [\n${'  (b) => b,\n'.repeat(9)}];\n${`f(() => {\n${lines(3)}});\n`.repeat(9)}`;
  assert.equal(mayHaveLongFunction({ path: 'a.ts', text }, 5), false);
  assert.equal(mayHaveLongFunction({ path: 'a.ts', text }, 4), true);
});

test('what cannot be read without a parser may have one', () => {
  assert.equal(mayHaveLongFunction({ path: 'a.tsx', text: '<p>a</p>\n\n' }, 1), true);
  assert.equal(mayHaveLongFunction({ path: 'a.ts', text: 'f(\n\n' }, 1), true);
});

test('never says no where there is one, in what parses', () => {
  const { functions } = fc.letrec<{ functions: string; body: string; code: string }>((tie) => ({
    code: fc.oneof(
      { depthSize: 'small' },
      fc.constantFrom('a();\n', 'b;\n', 'if (a) {\n}\n', `x = {\na: \`\n\${b}\`,\n};\n`, '// c\n'),
      tie('functions'),
    ),
    body: fc.array(tie('code'), { maxLength: 4 }).map((parts) => `{\n${parts.join('')}}`),
    functions: fc.oneof(
      tie('body').map((body) => `function f<A,\nB>(a: { b: c },\nd = 1): Map<A,\nB> ${body}\n`),
      tie('body').map((body) => `const g = async (a) =>\n${body};\n`),
      tie('body').map((body) => `class C extends D(\ne) {\nstatic\nasync m(): Promise<{\nx: y\n}> ${body}\nget n() ${body}\n}\n`),
      tie('body').map((body) => `const h = (a) =>\na ? [\nb] : c(function* () ${body}\n)\n`),
      tie('body').map((body) => `d('e', () => ${body})\nconst o = { m() ${body}, k: (a) => a\n};\n`),
    ),
  }));
  fc.assert(
    fc.property(fc.array(functions, { maxLength: 4 }), fc.integer({ min: 1, max: 25 }), (parts, maxLines) => {
      const text = parts.join('');
      const any = functionKinds('TypeScript').map((kind) => ({ kind }));
      const longest = Math.max(0, ...(parseSource('TypeScript', text)?.findAll({ rule: { any } }) ?? []).map(linesOf));
      if (longest > maxLines) assert.equal(mayHaveLongFunction({ path: 'a.ts', text }, maxLines), true, text);
    }),
    { numRuns: 500 },
  );
});

function linesOf(node: { range(): { start: { line: number }; end: { line: number } } }): number {
  const { end, start } = node.range();
  return end.line - start.line + 1;
}
