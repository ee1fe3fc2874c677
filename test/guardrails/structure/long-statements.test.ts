import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { parseSource } from '#guardrails/ast/parse-source.ts';
import { longFunctions } from '#guardrails/structure/long-functions.ts';
import { longStatements } from '#guardrails/structure/long-statements.ts';
import { statements } from '../ast/random-rules.ts';

const lines = (count: number) => '  a();\n'.repeat(count);

suite('statements that may hold a long function', () => {
  test('many short functions are none', () => {
    const text = `class A extends B {\n  x = 1;\n${`  m(a: { b: c }): { d: e } {\n${lines(3)}  }\n`.repeat(9)}}\n${`f(() => {\n${lines(3)}});\n`.repeat(9)}`;
    assert.equal(longStatements(text, 'TypeScript', 5)?.text.trim(), 'class A extends B {\n}');
  });

  test('what surrounds a long one is kept, and what it holds is not', () => {
    const text = `a();\nexport class B {\n  c() {\n${lines(9)}  }\n  d() { e(); }\n}\n`;
    assert.equal(longStatements(text, 'TypeScript', 8)?.text.replace(/\s+/g, ' ').trim(), 'export class B { c() { } }');
  });

  test('where only a parser can tell nothing is left out', () => assert.equal(longStatements('f(\n\n', 'TypeScript', 1), undefined));

  test('the same functions are found in them', () => {
    const { functions } = fc.letrec<{ functions: string; body: string; code: string }>((tie) => ({
      code: fc.oneof(
        { depthSize: 'small' },
        fc.constantFrom(
          'a();\n',
          'b;\n',
          'if (a) {\n}\n',
          `x = {\na: \`\n\${b}\`,\n};\n`,
          '// c\n',
          ...statements.slice(0, 40).map((statement) => `${statement}\n`),
        ),
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
    let found = 0;
    fc.assert(
      fc.property(fc.array(functions, { maxLength: 4 }), fc.integer({ min: 1, max: 25 }), (parts, maxLines) => {
        const file = { path: 'a.ts', text: parts.join('') };
        if (parseSource('TypeScript', file.text)?.find({ rule: { kind: 'ERROR' } }) !== null) return;
        const all = longFunctions(file, maxLines);
        found += all.length;
        assert.deepEqual(longFunctions(file, maxLines, longStatements(file.text, 'TypeScript', maxLines)), all, file.text);
      }),
      { numRuns: 500 },
    );
    assert.ok(found > 100, String(found));
  });
});
