import assert from 'node:assert/strict';
import test from 'node:test';
import { readLedger } from '#delivery/session-ledger.ts';
import type { SpoolEvent, SpoolRecord } from '#kernel/records/spool-event.ts';

function ledgerOf(...events: SpoolEvent[]) {
  return readLedger(events.map((event, i): SpoolRecord => ({ at: i + 1, session: 's', agent: 'codex', ...event })));
}

const hit: SpoolEvent = { type: 'hit', guardrail: 'g', priority: 'P1', path: 'a.ts', fingerprint: 'f@a.ts' };
const said: SpoolEvent = { type: 'delivery', moment: 'post-tool', fingerprints: ['f@a.ts'], text: 't', guardrails: ['g'] };
const session = (source: 'startup' | 'resume' | 'compact'): SpoolEvent => ({ type: 'session', source, worktree: '/w' });

test('what was said is remembered until the context window is compacted', () => {
  assert.ok(ledgerOf(hit, said).told.has('f@a.ts'));
  assert.ok(ledgerOf(hit, said, session('resume')).told.has('f@a.ts'));
  assert.ok(!ledgerOf(hit, said, session('compact')).told.has('f@a.ts'));
});

test('a finding that was fixed is neither open nor told, so that it is said when it comes back', () => {
  const ledger = ledgerOf(hit, said, { type: 'fixed', guardrail: 'g', path: 'a.ts', fingerprint: 'f@a.ts' });
  assert.equal(ledger.open.size, 0);
  assert.equal(ledger.told.size, 0);
});

test('holds are counted until the agent stops or is let go', () => {
  const held: SpoolEvent = { type: 'held', fingerprints: ['f@a.ts'], count: 1 };
  assert.equal(ledgerOf(held, held).holds, 2);
  assert.equal(ledgerOf(held, held, { type: 'stopped' }).holds, 0);
  const released = ledgerOf(held, { type: 'released', fingerprints: ['f@a.ts'], reason: 'limit' });
  assert.equal(released.holds, 0);
  assert.ok(released.released.has('f@a.ts'));
});

test('a finding that was let go holds again once it was fixed and came back', () => {
  const ledger = ledgerOf(
    hit,
    { type: 'released', fingerprints: ['f@a.ts'], reason: 'limit' },
    { type: 'fixed', guardrail: 'g', path: 'a.ts', fingerprint: 'f@a.ts' },
  );
  assert.equal(ledger.released.size, 0);
});

test('files and tool calls are known', () => {
  const ledger = ledgerOf(
    { type: 'touched', paths: ['a.ts', 'b.ts'], tool: 'Write' },
    { type: 'tool', toolUseId: 't1', tool: 'Bash', head: 'abc' },
  );
  assert.deepEqual([...ledger.touched], ['a.ts', 'b.ts']);
  assert.deepEqual(ledger.began.get('t1'), { at: 2, head: 'abc' });
  assert.equal(ledger.lastAt, 2);
});

test('of claims to the same thing the first wins, unless its hook died', () => {
  const claim = (call: string): SpoolEvent => ({ type: 'claim', call, keys: ['say:f@a.ts'] });
  assert.equal(ledgerOf(claim('one'), claim('two')).claims.get('say:f@a.ts')?.call, 'one');
  const late = readLedger([
    { at: 1, session: 's', agent: 'codex', ...claim('dead') },
    { at: 20_000, session: 's', agent: 'codex', ...claim('two') },
  ]);
  assert.equal(late.claims.get('say:f@a.ts')?.call, 'two');
});

test('a claim ends with what it was about: said until compaction, hit until fixed', () => {
  const claim: SpoolEvent = { type: 'claim', call: 'one', keys: ['say:f@a.ts', 'hit:f@a.ts', 'fix:f@a.ts'] };
  assert.deepEqual([...ledgerOf(claim, session('compact')).claims.keys()], ['hit:f@a.ts', 'fix:f@a.ts']);
  assert.deepEqual(
    [...ledgerOf(claim, { type: 'fixed', guardrail: 'g', path: 'a.ts', fingerprint: 'f@a.ts' }).claims.keys()],
    ['fix:f@a.ts'],
  );
  assert.deepEqual([...ledgerOf(claim, hit).claims.keys()], ['say:f@a.ts', 'hit:f@a.ts']);
});

test('what two attempts at one call held or said counts once', () => {
  const held: SpoolEvent = { type: 'held', fingerprints: ['f@a.ts'], count: 1 };
  const records = ['1', '1', '2'].map((call, at): SpoolRecord => ({ at, session: 's', agent: 'codex', call, ...held }));
  assert.equal(readLedger(records).holds, 2);
  const twice = ['1', '1'].map(
    (call, at): SpoolRecord => ({ at, session: 's', agent: 'codex', call, ...said, ...{ items: ['i'], tokens: 5 } }),
  );
  assert.equal(readLedger(twice).tokens, 5);
});
