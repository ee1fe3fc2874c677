import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { compileRules } from '#guardrails/compile-rules.ts';
import { mayBreakRule } from '#guardrails/may-break.ts';
import { textRunner } from '#guardrails/text/text-runner.ts';
import type { CompiledRule } from '#kernel/records/compiled-rules.ts';
import { cpuMs } from '../../cpu-ms.ts';
import { makePage } from '../make-page.ts';

suite('text checks', () => {
  const cases: [name: string, check: { pattern: string; flags?: string; multiline?: boolean }, text: string, found: string[]][] = [
    ['every match of a line', { pattern: 'TODO' }, 'TODO and TODO\nTODO', ['TODO', 'TODO', 'TODO']],
    ['edges are those of the line', { pattern: '^a$' }, 'a\nba\na', ['a', 'a']],
    ['a line ends before \\r\\n', { pattern: 'x$' }, 'x\r\nx\r\n', ['x', 'x']],
    ['flags', { pattern: 'todo', flags: 'i' }, 'ToDo', ['ToDo']],
    ['a match over lines needs multiline', { pattern: 'a\\nb' }, 'a\nb', []],
    ['multiline', { pattern: 'a\\nb', multiline: true }, 'xa\nb', ['a\nb']],
    ['characters beyond the basic plane', { pattern: '.', flags: 'u' }, '😀é', ['😀', 'é']],
    ['a match of nothing', { pattern: 'x*' }, 'axa', ['', 'x', '', '']],
    ['a match of nothing beside a surrogate pair', { pattern: '', flags: 'u' }, '😀', ['', '']],
    ['a carriage return alone is text', { pattern: 'b' }, 'a\rb', ['b']],
    ['an empty file', { pattern: '^' }, '', []],
  ];
  for (const [name, check, text, found] of cases) {
    test(name, () =>
      assert.deepEqual(
        spans(compile(check), text).map(({ start, end }) => text.slice(start, end)),
        found,
      ),
    );
  }

  test('an expression that backtracks without end is stopped and becomes an error that names the rule', () => {
    const startedAt = cpuMs();
    assert.throws(() => spans(compile({ pattern: '(a+)+$' }), `${'a'.repeat(60)}!`), /text-rule on a\.txt took longer than 200 ms/);
    assert.ok(cpuMs() - startedAt < 1_500);
  });

  test('the clock guards only what needs it, and harmless expressions behave alike under it', () => {
    assert.deepEqual(spans(compile({ pattern: '(?:\\w+ )+end' }), 'one two end'), [{ start: 0, end: 11 }]);
  });

  test('no finding is lost to the prefilter', () => {
    const patterns = fc.constantFrom('foo|ba+r', 'f(?:oo|u)', '^fo', 'o{2}b', 'a.*b', '(?:foo)?bar', '\\bfoo\\b', 'fo[ob]ar');
    const texts = fc.stringMatching(/^[fobar \n]{0,30}$/);
    fc.assert(
      fc.property(patterns, texts, (pattern, text) => {
        const rule = compile({ pattern });
        if (spans(rule, text).length > 0) assert.ok(mayBreakRule(rule, text), `/${pattern}/ in ${JSON.stringify(text)}`);
      }),
      { numRuns: 2_000 },
    );
  });
});

function compile(check: { pattern: string; flags?: string; multiline?: boolean }): CompiledRule {
  const { compiled, problems } = compileRules([makePage('text-rule', { kind: 'text', ...check })], { engine: '', pagesHash: '' });
  assert.deepEqual(problems, []);
  const [rule] = compiled.rules;
  assert.ok(rule);
  return rule;
}

function spans(rule: CompiledRule, text: string): { start: number; end: number }[] {
  return textRunner
    .checkFile([rule], { path: 'a.txt', text })
    .flatMap(({ hits }) => hits.flatMap(({ span }) => (span === undefined ? [] : [span])));
}
