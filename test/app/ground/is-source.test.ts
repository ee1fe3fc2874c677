import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isReading } from '../../../src/app/ground/index/is-source.ts';

test('what says in a folder of pages what belongs there is no reading for a task; other READMEs are', () => {
  for (const path of ['docs/decisions/README.md', 'docs/plans/active/README.md', 'harness/journeys/index.md'])
    assert.ok(!isReading(path), path);
  for (const path of ['README.md', 'docs/README.md', 'src/pay/README.md', 'docs/decisions/0001-a.md']) assert.ok(isReading(path), path);
});
