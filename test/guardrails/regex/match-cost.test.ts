import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { matchCost } from '#guardrails/regex/match-cost.ts';

suite('cost of a match', () => {
  const bounded: [source: string, steps: number][] = [
    ['TODO', 100],
    ['a|b', 200],
    ['a+', 10_000],
    ['\\s*=\\s*', 1_000_000],
    ['a?b?', 400],
    ['(?:ab)+', 10_000],
  ];
  for (const [source, steps] of bounded) test(`/${source}/ over 100 characters`, () => assert.equal(matchCost(source, 100), steps));

  const unbounded = ['(a+)+', '(a|a)*', '(?:a?){1,}', '(\\w+\\s?)*$', '(a)\\1', '[[a]]', '(?<n>a)\\k<n>'];
  for (const source of unbounded) test(`/${source}/ is not proven`, () => assert.equal(matchCost(source, 100), Number.POSITIVE_INFINITY));

  test('many choices in a row add up', () => {
    assert.ok(matchCost('(?:a|a)'.repeat(30), 10) > 1e9);
    assert.ok(matchCost('(?:a?){30}', 10) > 1e9);
  });
});
