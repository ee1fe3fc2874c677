import assert from 'node:assert/strict';
import { test } from 'node:test';
import { groupBy } from '#kernel/group-by.ts';

test('items are grouped by key in the order they came', () => {
  const groups = groupBy(['b1', 'a1', 'b2', 'a2', 'c1'], ([first]) => first);
  assert.deepEqual(
    [...groups],
    [
      ['b', ['b1', 'b2']],
      ['a', ['a1', 'a2']],
      ['c', ['c1']],
    ],
  );
});
