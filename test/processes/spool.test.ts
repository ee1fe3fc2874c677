import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { Spool } from '#platform/state/spool.ts';

const writers = 8;
const each = 200;

test('many processes append to one session at once, one is killed, and no whole record is lost', async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'spool-'));
  try {
    const module = path.resolve(import.meta.dirname, '../../src/platform/state/spool.ts');
    const program = (writer: number, count: number) => `
      import { Spool } from ${JSON.stringify(module)};
      const spool = new Spool(${JSON.stringify(folder)});
      for (let i = 0; i < ${count}; i++) spool.append({ at: i, session: 's', agent: 'codex' }, [{ type: 'fault', moment: '${writer}', message: 'x'.repeat(i) }]);`;
    const start = (writer: number, count: number) =>
      spawn(process.execPath, ['--input-type=module', '-e', program(writer, count)], { stdio: 'inherit' });
    const endless = start(99, 1e5);
    const ends = Array.from({ length: writers }, (_, writer) => new Promise((resolve) => start(writer, each).once('close', resolve)));
    assert.deepEqual(
      await Promise.all(ends),
      Array.from({ length: writers }, () => 0),
    );
    const dead = new Promise((resolve) => endless.once('close', resolve));
    endless.kill('SIGKILL');
    await dead;
    const records = new Spool(folder).read('s').flatMap((record) => (record.type === 'fault' && record.moment !== '99' ? [record] : []));
    assert.equal(records.length, writers * each);
    for (let writer = 0; writer < writers; writer++) {
      const own = records.filter((record) => record.moment === String(writer)).map((record) => record.at);
      assert.deepEqual(
        own,
        Array.from({ length: each }, (_, i) => i),
        `writer ${writer} in order`,
      );
    }
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
});
