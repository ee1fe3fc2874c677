import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test from 'node:test';
import type { SpoolEvent } from '#kernel/records/spool-event.ts';
import { Spool } from '#platform/state/spool.ts';

const fault = (message: string): SpoolEvent => ({ type: 'fault', moment: 'stop', message });

function inFolder(run: (folder: string) => void): void {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'spool-'));
  try {
    run(folder);
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

test('records come back in order, each session by itself', () =>
  inFolder((folder) => {
    const spool = new Spool(folder);
    spool.append({ at: 1, session: 'a', agent: 'codex' }, [fault('one'), fault('two')]);
    spool.append({ at: 2, session: 'b', agent: 'claude' }, [fault('other')]);
    spool.append({ at: 3, session: 'a', agent: 'codex' }, [fault('three')]);
    assert.deepEqual(
      spool.read('a').map((record) => [record.at, record.type === 'fault' && record.message]),
      [
        [1, 'one'],
        [1, 'two'],
        [3, 'three'],
      ],
    );
    assert.deepEqual(spool.sessions().sort(), ['a', 'b']);
    assert.deepEqual(spool.read('never'), []);
  }));

test('a record torn by a crash spoils nothing but itself', () =>
  inFolder((folder) => {
    const spool = new Spool(folder);
    spool.append({ at: 1, session: 'a', agent: 'codex' }, [fault('before')]);
    fs.appendFileSync(path.join(spool.folder, 'a.jsonl'), '\n{"at":2,"session":"a","ty');
    spool.append({ at: 3, session: 'a', agent: 'codex' }, [fault('after')]);
    assert.deepEqual(
      spool.read('a').map((record) => record.at),
      [1, 3],
    );
  }));

test('a session id cannot lead out of the folder', () =>
  inFolder((folder) => {
    const spool = new Spool(folder);
    for (const session of ['../../evil', '/etc/passwd', '..', '', 'a'.repeat(5000), 'x\0y'])
      spool.append({ at: 1, session, agent: 'codex' }, [fault(session)]);
    assert.deepEqual(fs.readdirSync(folder), ['spool']);
    for (const name of fs.readdirSync(spool.folder)) assert.match(name, /^[\w-]+\.jsonl$/);
  }));

test('only its owner can read it', () =>
  inFolder((folder) => {
    const spool = new Spool(folder);
    spool.append({ at: 1, session: 'a', agent: 'codex' }, [fault('x')]);
    assert.equal(fs.statSync(path.join(spool.folder, 'a.jsonl')).mode & 0o777, 0o600);
    assert.equal(fs.statSync(spool.folder).mode & 0o777, 0o700);
  }));

test('an attempt at a call does not read what an earlier one wrote, but for its claims', () =>
  inFolder((folder) => {
    const about = { at: 1, session: 'a', agent: 'codex' };
    const claim: SpoolEvent = { type: 'claim', call: 'x', keys: ['k'] };
    new Spool(folder, 'x').append({ ...about, call: 'x' }, [fault('first'), claim]);
    const other = new Spool(folder, 'y');
    other.append({ ...about, call: 'y' }, [fault('other')]);
    const again = new Spool(folder, 'x');
    again.append({ ...about, at: 2, call: 'x' }, [fault('first')]);
    const seen = (spool: Spool) => spool.read('a').map((record) => [record.at, record.type === 'fault' ? record.message : record.type]);
    assert.deepEqual(seen(again), [
      [1, 'claim'],
      [1, 'other'],
      [2, 'first'],
    ]);
    assert.equal(seen(other).length, 4);
    assert.equal(seen(new Spool(folder)).length, 4);
  }));
