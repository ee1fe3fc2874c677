import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { changedCode } from '../../src/delivery/guidance/changed-code.ts';
import { isRenaming } from '../../src/delivery/guidance/is-renaming.ts';
import { weighWords } from '../../src/delivery/guidance/word-weights.ts';
import { type Edit, occasionOfCommand, occasionOfEdits, occasionOfTask } from '../../src/delivery/guidance-occasion.ts';
import { askedOf, recallGuidance, selectGuidance } from '../../src/delivery/select-guidance.ts';
import { readLedger } from '../../src/delivery/session-ledger.ts';
import type { CompiledSign, GuidanceIndex, GuidanceItem } from '../../src/kernel/records/guidance.ts';
import type { SpoolRecord } from '../../src/kernel/records/spool-event.ts';

const limits = { items: 5, momentTokens: 1000, windowTokens: 2000 };

function item(id: string, ...signs: CompiledSign[]): GuidanceItem {
  return { id, kind: 'bullet', page: 'harness/personas/p.md', title: id, priority: 'P2', text: id, tokens: 10, depth: 0, signs };
}

const nothingAsked = { signs: [], words: {} };
const fresh = readLedger([]);

function saidFor(index: GuidanceIndex, edit: Edit, asked = nothingAsked as Parameters<typeof occasionOfEdits>[1]): string[] {
  return selectGuidance(index, occasionOfEdits([edit], asked), fresh).said.map(({ item: { id } }) => id);
}

describe('the signs of an item', () => {
  const index = {
    stamp: '',
    limits,
    items: [
      item('added', { added: '\\bfetch\\(' }),
      item('removed', { removed: 'signal:' }),
      item('changed', { changed: 'timeout' }),
      item('both', { added: 'fetch\\(', without: 'signal' }),
      item('within', { added: 'insert', within: 'outbox' }),
      item('files', { added: 'fetch\\(', files: { include: '^src/pay/.*$' } }),
      item('new', { creates: true, files: { include: '^db/.*$' } }),
      item('asked', { asked: 'refund' }),
      item('asked-there', { asked: 'refund', files: { include: '^src/pay/.*$' } }),
      item('run', { run: 'psql' }),
    ],
  };

  it('show in the lines that come in and go out, and in nothing else', () => {
    assert.deepEqual(saidFor(index, { path: 'src/a.ts', before: '', removed: '', added: 'await fetch(url, { signal });' }), ['added']);
    assert.deepEqual(saidFor(index, { path: 'src/a.ts', removed: 'fetch(url, { signal: s })', added: 'fetch(url)' }), ['removed']);
    const kept = 'fetch(url);\n';
    assert.deepEqual(saidFor(index, { path: 'src/a.ts', removed: kept, added: `${kept}const x = 1;` }), []);
  });

  it('tell a construct that is new from one whose line is touched', () => {
    assert.deepEqual(saidFor(index, { path: 'src/a.ts', removed: 'x({ timeout: 1 })', added: 'x({ timeout: 2 })' }), ['changed']);
    const reworded = { path: 'src/a.ts', removed: 'log("timeout a", fetch(u))', added: 'log("timeout b", fetch(u))' };
    assert.deepEqual(saidFor(index, reworded), ['changed'], 'a text is reworded');
    assert.deepEqual(
      saidFor(index, { path: 'src/a.ts', removed: 'log("a", timeout())', added: 'log("b", timeout())' }),
      [],
      'only the text beside it is',
    );
    const piece = { path: 'src/a.ts', before: 'x(1, timeout);\n', removed: '1', added: '2' };
    assert.deepEqual(saidFor(index, piece), ['changed'], 'a piece of a line changes the whole of it');
    const near: GuidanceIndex = { stamp: '', limits, items: [item('near', { added: 'retry', near: 'function pay' })] };
    const before = `function pay() {\n  a();\n}\n${'\n'.repeat(40)}function other() {\n  b();\n}\n`;
    assert.deepEqual(saidFor(near, { path: 'src/a.ts', before, removed: '  a();', added: '  retry(a);' }), ['near']);
    assert.deepEqual(saidFor(near, { path: 'src/a.ts', before, removed: '  b();', added: '  retry(b);' }), []);
  });

  it('do not show in comments, strings that only look like one, or lines that moved or were indented', () => {
    assert.deepEqual(saidFor(index, { path: 'src/a.ts', removed: 'a();', added: 'a(); // fetch(url) later' }), []);
    assert.deepEqual(saidFor(index, { path: 'src/a.ts', removed: 'a();', added: 'a(); /* fetch(url)\n fetch(b) */' }), []);
    assert.deepEqual(saidFor(index, { path: 'src/a.ts', removed: 'a();', added: 'a("https://x"); fetch(url);' }), ['both', 'added']);
    assert.deepEqual(saidFor(index, { path: 'src/a.ts', removed: 'fetch(u);\nb();', added: 'b();\n  fetch(u);' }), []);
  });

  it('do not show where a line was only broken, or a docstring reworded', () => {
    assert.deepEqual(saidFor(index, { path: 'src/a.ts', removed: 'call(fetch(a), b);', added: 'call(\n  fetch(a),\n  b,\n);' }), []);
    const doc = { path: 'src/a.py', removed: '    """Says timeout."""', added: '    """Tells the timeout."""' };
    assert.deepEqual(saidFor(index, doc), []);
  });

  it('hold all that they say, in one edit', () => {
    const before = 'table outbox';
    assert.deepEqual(saidFor(index, { path: 'src/a.sql', before, removed: '', added: 'insert into outbox' }), ['within']);
    assert.deepEqual(saidFor(index, { path: 'src/a.sql', removed: '', added: 'insert into users' }), []);
    assert.deepEqual(saidFor(index, { path: 'src/pay/b.ts', removed: '', added: 'fetch(u)' }).sort(), ['added', 'both', 'files']);
    assert.deepEqual(saidFor(index, { path: 'db/1.sql', removed: '', added: 'x' }), ['new']);
    assert.deepEqual(saidFor(index, { path: 'db/1.sql', before: 'y', removed: 'y', added: 'x' }), []);
  });

  it('show in what was asked at once where that is all they ask for, and else at the edit it is about', () => {
    const task = occasionOfTask('Please make REFUNDS quicker');
    assert.deepEqual(
      selectGuidance(index, task, fresh).said.map(({ item: { id } }) => id),
      ['asked'],
    );
    const asked = askedOf(index, task);
    assert.deepEqual(asked.signs, ['asked#0', 'asked-there#0']);
    assert.ok(saidFor(index, { path: 'src/pay/x.ts', removed: '', added: 'y()' }, asked).includes('asked-there'));
    assert.ok(!saidFor(index, { path: 'src/other.ts', removed: '', added: 'y()' }, asked).includes('asked-there'));
  });

  it('show in a command', () => {
    const { said } = selectGuidance(index, occasionOfCommand('PGPASSWORD=x psql -c y', nothingAsked), fresh);
    assert.deepEqual(
      said.map(({ item: { id }, why }) => [id, why]),
      [['run', '`psql`']],
    );
  });
});

describe('an item without signs', () => {
  const words = Object.fromEntries(Object.keys(weighWords('retries backoff invoices banks')).map((word) => [word, 0.25]));
  const index: GuidanceIndex = { stamp: '', limits, items: [{ ...item('worded'), words }] };

  it('is said where enough of its words are near, and only kept for who asks where they are not', () => {
    assert.deepEqual(saidFor(index, { path: 'a.ts', removed: '', added: 'retry(backoff)' }), ['worded']);
    const weak: GuidanceIndex = { stamp: '', limits, items: [{ ...item('weak'), words: { retry: 0.1, bank: 0.1, ledg: 0.8 } }] };
    const { said, held } = selectGuidance(
      weak,
      occasionOfEdits([{ path: 'a.ts', removed: '', added: 'retry(bank)' }], nothingAsked),
      fresh,
    );
    assert.deepEqual(said, []);
    assert.deepEqual(held, [{ item: 'weak', score: 0.2, why: 'not sure enough' }]);
  });

  it('is not said for one word alone', () => {
    assert.deepEqual(saidFor(index, { path: 'a.ts', removed: '', added: 'retry()' }), []);
  });
});

describe('after a compaction', () => {
  it('everything that was said is in force again, once', () => {
    const index: GuidanceIndex = { stamp: '', limits, items: [item('a', { added: 'x' }), item('b', { added: 'y' })] };
    const about = { at: 1, session: 's', agent: 'claude' };
    const told: SpoolRecord = {
      ...about,
      type: 'delivery',
      moment: 'pre-tool',
      fingerprints: ['item:a'],
      text: '',
      guardrails: [],
      items: ['a'],
      tokens: 5,
    };
    const compacted = readLedger([told, { ...about, type: 'session', source: 'compact', worktree: '/r' }]);
    assert.deepEqual(
      recallGuidance(index, compacted).said.map(({ item: { id } }) => id),
      ['a'],
    );
    assert.deepEqual(recallGuidance(index, readLedger([told])).said, [], 'it still stands there');
  });
});

describe('a change that only gives names', () => {
  const renames = (removed: string, added: string) => isRenaming({ removed, added });

  it('is one where each name of a variable becomes always the same other', () => {
    assert.ok(renames('const total = a + b;\nreturn total;', 'const sum = a + b;\nreturn sum;'));
    assert.ok(!renames('const total = a + b;', 'const total = a - b;'));
    assert.ok(!renames('x = a; y = a;', 'x = b; y = c;'));
    assert.ok(!renames('x = a + b', 'x = c + c'), 'two names became one');
    assert.ok(!renames('row.amount', 'row.total'), 'others may know a member by its name');
    assert.ok(!renames('send("a")', 'send("b")'));
    assert.ok(!renames('let x = 1', 'const x = 1'));
    assert.ok(!renames('description: str', 'memo: str'), 'a field is known by its name');
    assert.ok(!renames('total = str(x)', 'total = float(x)'), 'another function is called');
    assert.ok(!renames('send(to=a)', 'send(cc=a)'));
  });
});

describe('any edit', () => {
  it('shows nothing where it changes nothing, and never fails', () => {
    const always: GuidanceIndex = { stamp: '', limits, items: [item('any', { added: '[\\s\\S]' }), item('gone', { removed: '[\\s\\S]' })] };
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 300 }),
        fc.constantFrom('a.ts', 'b.py', 'c.sql', 'd.md', 'e.html', 'f'),
        (text, path) => {
          assert.deepEqual(saidFor(always, { path, removed: text, added: text, before: text }), []);
          weighWords(text);
          const { added, removed } = changedCode(path, text, '');
          assert.equal(added, '');
          assert.ok(removed.length <= text.length + 1);
        },
      ),
    );
  });
});
