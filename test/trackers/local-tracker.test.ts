import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { openTracker } from '#app/wire.ts';
import type { Tracker } from '#trackers/tracker.ts';
import { testTracker } from '../contracts/tracker.ts';

const clock = { now: () => Date.UTC(2026, 10, 29, 10, 0, 0) };

testTracker('the local tracker', () => {
  const root = fs.mkdtempSync(path.join(fs.realpathSync(os.tmpdir()), 'tackroom-tickets-'));
  return { tracker: openTracker({ root, settings: { kind: 'local' }, clock }), remove: () => fs.rmSync(root, { recursive: true }) };
});

async function withTickets(files: Readonly<Record<string, string>>, act: (tracker: Tracker, root: string) => Promise<void>): Promise<void> {
  const root = fs.mkdtempSync(path.join(fs.realpathSync(os.tmpdir()), 'tackroom-tickets-'));
  try {
    for (const [name, text] of Object.entries(files)) {
      fs.mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
      fs.writeFileSync(path.join(root, name), text);
    }
    await act(openTracker({ root, settings: { kind: 'local' }, clock }), root);
  } finally {
    fs.rmSync(root, { recursive: true });
  }
}

describe('tickets as files', () => {
  it('are called as their file where they say nothing else', () =>
    withTickets(
      { '.tickets/fix-login.md': '---\ntitle: Fix the login\n---\n', '.tickets/README.md': '# not a ticket\n' },
      async (tracker) => {
        const { issues, problems } = await tracker.list();
        assert.deepEqual(problems, []);
        assert.deepEqual(
          issues.map(({ id, state, path: file }) => [id, state, file]),
          [['fix-login', 'Todo', '.tickets/fix-login.md']],
        );
      },
    ));

  it('say what is wrong with them, with the nearest key, and leave the others alone', () =>
    withTickets(
      {
        'tickets/TR-1.md': '---\ntitle: One\nblockedby: [TR-2]\n---\n',
        'tickets/TR-2.md': '---\ntitle: Two\n---\n',
        'tickets/TR-3.md': 'no front matter\n',
      },
      async (tracker) => {
        const { issues, problems } = await tracker.list();
        assert.deepEqual(
          issues.map(({ id }) => id),
          ['TR-2'],
        );
        assert.deepEqual(
          problems.map(({ path: file, line, message }) => `${file}:${line} ${message}`),
          ['tickets/TR-1.md:3 Unknown key `blockedby`. Did you mean `blocked_by`?', 'tickets/TR-3.md:1 There is no front matter.'],
        );
        await assert.rejects(tracker.get('tr-1'), /cannot be read:\ntickets\/TR-1.md:3:1 Unknown key/);
      },
    ));

  it('may not have the same id twice', () =>
    withTickets({ 'tickets/a.md': '---\nid: 7\ntitle: A\n---\n', 'tickets/b.md': '---\nid: 7\ntitle: B\n---\n' }, async (tracker) => {
      const { issues, problems } = await tracker.list();
      assert.deepEqual(
        issues.map(({ title }) => title),
        ['A'],
      );
      assert.match(problems[0]?.message ?? '', /already in tickets\/a.md/);
    }));

  it('keep what a person wrote when they are changed: order, comments, quotes, line ends', () =>
    withTickets(
      { 'tickets/TR-1.md': "---\r\n# mine\r\ntitle: 'It''s'   # keep\r\nstate: Todo\r\nlabels: [ a,b ]\r\n---\r\nText.\r\n" },
      async (tracker, root) => {
        await tracker.setState('TR-1', 'Done');
        assert.equal(
          fs.readFileSync(path.join(root, 'tickets/TR-1.md'), 'utf8'),
          "---\r\n# mine\r\ntitle: 'It''s'   # keep\r\nstate: Done\r\nlabels: [ a,b ]\r\nupdated: 2026-11-29T10:00:00Z\r\n---\r\nText.\r\n",
        );
      },
    ));

  it('go on counting where people stopped, with their prefix', () =>
    withTickets({ 'tickets/OPS-9.md': '---\ntitle: x\n---\n', 'tickets/OPS-10.md': 'broken\n' }, async (tracker) => {
      assert.equal((await tracker.create({ title: 'y' })).identifier, 'OPS-11');
    }));

  it('take any text and give it back', () =>
    fc.assert(
      fc.asyncProperty(
        fc
          .string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
          .filter((text) => text.trim() !== '' && !/[\p{Cc}\p{Cf}\p{Cs}]/u.test(text)),
        fc.array(fc.constantFrom('## Comments', '### 2026-11-29T10:00:00Z x', '\\## Comments', '---', '```', 'text', '', '# h'), {
          maxLength: 8,
        }),
        (title, lines) =>
          withTickets({}, async (tracker) => {
            const text = lines.join('\n').trim();
            const { id } = await tracker.create({ title, description: text });
            const issue = await tracker.comment(id, { text: `${text}\nend` });
            assert.deepEqual([issue.title, issue.description ?? '', issue.comments[0]?.text], [title, text, `${text}\nend`.trim()]);
          }),
      ),
      { numRuns: 60 },
    ));
});
