import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { it } from 'node:test';
import { makeScratchFolder } from '#platform/files/scratch-folder.ts';
import { openTarget, stageWrite } from '#platform/files/write-files.ts';

it('files of one folder that are staged together do not take each other away', () => {
  const root = makeScratchFolder('write-files');
  try {
    const staged = ['a', 'b', 'c'].map((name) => stageWrite(openTarget(root, name), name));
    for (const one of staged) one.commit();
    assert.deepEqual(
      fs.readdirSync(root).map((name) => fs.readFileSync(path.join(root, name), 'utf8')),
      ['a', 'b', 'c'],
    );
  } finally {
    fs.rmSync(root, { recursive: true });
  }
});
