import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { regexLiterals } from '#guardrails/regex/regex-literals.ts';
import { candidateLines } from '#guardrails/text/candidate-lines.ts';

test('lines stand without their ends', () => {
  const lines = [
    { start: 0, text: 'a' },
    { start: 3, text: '' },
    { start: 4, text: 'b\rc' },
  ];
  assert.deepEqual(candidateLines('a\r\n\nb\rc', []), lines);
});

test('each line once, in order, where all that is needed stands', () => {
  const text = 'b\na b b\na\r\nb a';
  assert.deepEqual(
    candidateLines(text, [['a', 'x'], ['b']]).map(({ start }) => start),
    [2, 11],
  );
});

test('no line is missing in which the expression matches', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '"', '\t', '\n', '\r', ' '), maxLength: 40 });
  const pattern = fc.constantFrom('a', 'ab|c', '^"[^"]*\\t', 'a(b|c)b', '(?=a)b?', '\\s+c$', '[ab]c', '(ab){2}', 'a\\r', '');
  fc.assert(
    fc.property(text, pattern, (source, expression) => {
      const matching = (lines: readonly { start: number; text: string }[]) =>
        lines.filter((line) => new RegExp(expression).test(line.text));
      const all = candidateLines(source, []);
      assert.deepEqual(matching(candidateLines(source, regexLiterals(expression, 'javascript'))), matching(all));
    }),
  );
});
