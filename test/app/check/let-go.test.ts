import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, it } from 'node:test';
import { letGo } from '#app/check/let-go.ts';
import { Spool } from '#platform/state/spool.ts';

describe('a session that was let go with findings open', () => {
  it('is told to a person for a day, in its own worktree, unless it went on and ended well', () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'tackroom-let-go-'));
    try {
      const spool = new Spool(folder);
      const now = Date.now();
      const begin = (session: string) =>
        spool.append({ at: now, session, agent: 'claude' }, [
          { type: 'session', source: 'startup', worktree: '/work/tree' },
          { type: 'held', fingerprints: ['a', 'b'], count: 3 },
          { type: 'released', fingerprints: ['a', 'b'], reason: 'limit' },
        ]);
      begin('one');
      begin('two');
      spool.append({ at: now, session: 'two', agent: 'claude' }, [{ type: 'stopped' }]);
      const said = letGo(spool, { root: '/work/tree', now });
      assert.equal(said.length, 1);
      assert.match(said[0] ?? '', /^a session of claude stopped here with 2 findings open/);
      assert.deepEqual(letGo(spool, { root: '/work/other', now }), []);
      assert.deepEqual(letGo(spool, { root: '/work/tree', now: now + 25 * 60 * 60 * 1000 }), []);
    } finally {
      fs.rmSync(folder, { recursive: true, force: true });
    }
  });
});
