import assert from 'node:assert/strict';
import { test } from 'node:test';
import { followFolders } from '#app/baseline/follow-folders.ts';

test('a file that was rewritten goes with the folder that others were renamed in', () => {
  const renames = new Map([
    ['packages/old/test/a.ts', 'packages/new/test/a.ts'],
    ['lib/one.ts', 'lib/two.ts'],
  ]);
  const there = new Set(['packages/new/src/b.ts', 'packages/new/test/a.ts', 'lib/two.ts']);
  const lost = ['packages/old/src/b.ts', 'packages/old/src/gone.ts', 'lib/three.ts', 'other/src/b.ts'];
  assert.deepEqual([...followFolders(lost, renames, (path) => there.has(path))], [['packages/old/src/b.ts', 'packages/new/src/b.ts']]);
});
