import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { fileStamp, isSettledAt } from '#platform/stamps/file-stamp.ts';

test('a file that was written just before has no stamp to rely on, for longer where the file system tells whole seconds only', () => {
  const stamp = (mtimeMs: number, ctimeMs: number) => ({ size: 1, ino: 1, mtimeMs, ctimeMs });
  assert.deepEqual(
    [99, 100].map((later) => isSettledAt(stamp(5000, 5000.5), 5000.5 + later)),
    [false, true],
  );
  assert.deepEqual(
    [2099, 2100].map((later) => isSettledAt(stamp(5000, 6000), 6000 + later)),
    [false, true],
  );
  assert.ok(!isSettledAt(stamp(7000.5, 6000), 7000));
});

test('one text for the same file, none of what came after a time', () => {
  const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'file-stamp-')), 'a');
  assert.equal(fileStamp(file), 'missing');
  fs.writeFileSync(file, '');
  const later = Date.now() + 5000;
  assert.equal(fileStamp(file, later), fileStamp(file, later));
  assert.match(fileStamp(file, later - 10_000), /^new \d+$/);
  assert.notEqual(fileStamp(file, later - 10_000), fileStamp(file, later - 10_000));
  fs.rmSync(path.dirname(file), { recursive: true });
});
