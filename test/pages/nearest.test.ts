import assert from 'node:assert/strict';
import { it } from 'node:test';
import { nearest } from '#pages/nearest.ts';

const cases: [string, string[], string | undefined][] = [
  ['prioritty', ['id', 'title', 'priority'], 'priority'],
  ['onwer', ['owner', 'title'], 'owner'],
  ['rul', ['rule', 'utils'], 'rule'],
  ['p1', ['P0', 'P1'], 'P1'],
  ['P9', ['P0', 'P1'], undefined],
  ['colour', ['pattern', 'flags'], undefined],
  ['x'.repeat(101), ['x'.repeat(101)], undefined],
  ['', ['a'], undefined],
];

for (const [word, candidates, expected] of cases) {
  it(`nearest to ${word.slice(0, 20) || 'nothing'} is ${expected}`, () => assert.equal(nearest(word, candidates), expected));
}
