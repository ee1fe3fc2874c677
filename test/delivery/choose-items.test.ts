import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Candidate, chooseItems } from '../../src/delivery/guidance/choose-items.ts';
import { readLedger } from '../../src/delivery/session-ledger.ts';
import type { GuidanceIndex, GuidanceItem } from '../../src/kernel/records/guidance.ts';
import type { SpoolRecord } from '../../src/kernel/records/spool-event.ts';

const limits = { items: 5, momentTokens: 100, windowTokens: 200 };
const index: GuidanceIndex = { stamp: '', items: [], limits };

function candidate(id: string, about: Partial<GuidanceItem> & { score?: number } = {}): Candidate {
  const { score = 0.8, ...rest } = about;
  const item: GuidanceItem = {
    id,
    kind: 'bullet',
    page: 'harness/personas/p.md',
    title: 'p',
    priority: 'P2',
    text: id,
    tokens: 20,
    depth: 0,
    signs: [],
    ...rest,
  };
  return { item, key: `item:${id}`, score, why: 'because' };
}

function ledger(...records: Partial<SpoolRecord>[]) {
  return readLedger(records.map((record) => ({ at: 1, session: 's', agent: 'claude', ...record }) as SpoolRecord));
}

const said = (items: string[], tokens: number) =>
  ({
    type: 'delivery',
    moment: 'pre-tool',
    fingerprints: items.map((id) => `item:${id}`),
    text: '',
    guardrails: [],
    items,
    tokens,
  }) satisfies Partial<SpoolRecord>;

const ids = (candidates: readonly Candidate[]) => candidates.map(({ item }) => item.id);

describe('what is said of all that bears on the work', () => {
  it('is the surest first, a worse breach before one that is a little surer', () => {
    const choice = chooseItems(
      [candidate('a', { score: 0.7 }), candidate('b', { score: 0.75 }), candidate('c', { priority: 'P1', score: 0.7 })],
      index,
      ledger(),
    );
    assert.deepEqual(ids(choice.said), ['c', 'b', 'a']);
  });

  it('is never what stands in the context window already, and all of it after a compaction', () => {
    const candidates = [candidate('a'), candidate('b')];
    const once = ledger(said(['a'], 20));
    assert.deepEqual(ids(chooseItems(candidates, index, once).said), ['b']);
    const compacted = ledger(said(['a'], 20), { type: 'compacted' });
    assert.deepEqual(ids(chooseItems(candidates, index, compacted).said), ['a', 'b']);
  });

  it('fits the limits of a moment, in items and in tokens, and a shorter one may follow what did not fit', () => {
    const many = Array.from({ length: 8 }, (_, number) => candidate(`i${number}`, { tokens: 1 }));
    assert.equal(chooseItems(many, index, ledger()).said.length, 5);
    const choice = chooseItems(
      [candidate('a', { tokens: 90 }), candidate('b', { tokens: 20 }), candidate('c', { tokens: 10 })],
      index,
      ledger(),
    );
    assert.deepEqual(ids(choice.said), ['a', 'c']);
    assert.deepEqual(choice.held, [{ item: 'b', score: 0.8, why: 'no room in 100 tokens', waits: true }]);
  });

  it('fits the limit of a context window, which a compaction opens again', () => {
    const full = ledger(said(['x'], 190));
    assert.deepEqual(ids(chooseItems([candidate('a')], index, full).said), []);
    assert.deepEqual(ids(chooseItems([candidate('a')], index, ledger(said(['x'], 190), { type: 'compacted' })).said), ['a']);
  });

  it('is of two that ask for opposite things the nearer', () => {
    const wide = candidate('tabs', { conflicts: ['spaces'], depth: 0, score: 0.9 });
    const near = candidate('spaces', { conflicts: ['tabs'], depth: 2, score: 0.6 });
    const choice = chooseItems([wide, near], index, ledger());
    assert.deepEqual(ids(choice.said), ['spaces']);
    assert.match(choice.held[0]?.why ?? '', /opposite of spaces/);
    assert.deepEqual(ids(chooseItems([wide], index, ledger()).said), ['tabs'], 'alone it is said');
  });

  it('belongs to one context window: what a sub-agent heard its parent has not', () => {
    const records = [{ ...said(['a'], 20), subagent: 'child' }];
    assert.deepEqual(ids(chooseItems([candidate('a')], index, ledger(...records)).said), ['a']);
  });
});
