import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { MisuseError } from '#kernel/errors.ts';
import { issueSchema } from '#kernel/records/issue.ts';
import type { Tracker } from '#trackers/tracker.ts';

export interface TrackerWorld {
  tracker: Tracker;
  remove(): void;
}

/** What every tracker must do, whatever keeps its tickets. `open` gives one without tickets. */
export function testTracker(name: string, open: () => TrackerWorld): void {
  const on = async (act: (tracker: Tracker) => Promise<void>) => {
    const world = open();
    try {
      await act(world.tracker);
    } finally {
      world.remove();
    }
  };

  describe(`${name} as a tracker`, () => {
    it('has nothing at first', () =>
      on(async (tracker) => {
        assert.deepEqual(await tracker.list(), { issues: [], problems: [] });
        assert.equal(await tracker.get('TR-1'), undefined);
      }));

    it('gives back what was created, under an id of its own', () =>
      on(async (tracker) => {
        const parent = await tracker.create({ title: 'Calmer nights' });
        const made = await tracker.create({
          title: 'Remind: once an hour, "quoted" # not a comment',
          description: 'First line.\n\n## Comments\n\nnot one of them\n\n### 2026-01-01 nobody\n',
          state: 'In Progress',
          priority: 2,
          labels: ['Alerting'],
          assignee: 'anna',
          parent: parent.identifier,
          branchName: 'remind',
          blockedBy: [parent.identifier],
        });
        assert.notEqual(made.id, parent.id);
        const found = await tracker.get(made.id);
        assert.deepEqual(found, made);
        issueSchema.parse(made);
        assert.equal(made.title, 'Remind: once an hour, "quoted" # not a comment');
        assert.equal(made.description, 'First line.\n\n## Comments\n\nnot one of them\n\n### 2026-01-01 nobody');
        assert.deepEqual(made.labels, ['alerting']);
        assert.deepEqual(made.blockedBy, [{ identifier: parent.identifier, state: parent.state }]);
        assert.deepEqual([made.priority, made.assignee, made.parent, made.branchName], [2, 'anna', parent.identifier, 'remind']);
        assert.ok(made.createdAt !== undefined && made.updatedAt !== undefined);
      }));

    it('finds an issue whatever the case of its id', () =>
      on(async (tracker) => {
        const { identifier } = await tracker.create({ title: 'One' });
        assert.equal((await tracker.get(identifier.toLowerCase()))?.identifier, identifier);
      }));

    it('lists issues of some states, in the order of their numbers', () =>
      on(async (tracker) => {
        for (let at = 1; at <= 11; at++) await tracker.create({ title: `${at}`, state: at % 2 === 0 ? 'Done' : 'Todo' });
        const { issues } = await tracker.list({ states: ['DONE'] });
        assert.deepEqual(
          issues.map(({ title }) => title),
          ['2', '4', '6', '8', '10'],
        );
      }));

    it('sets a state, and changes nothing else but when it was changed', () =>
      on(async (tracker) => {
        const made = await tracker.create({ title: 'One', description: 'Text.' });
        const { updatedAt: _, ...after } = await tracker.setState(made.id, 'Done: really');
        const { updatedAt: __, ...before } = made;
        assert.deepEqual(after, { ...before, state: 'Done: really' });
      }));

    it('keeps comments in their order, word for word', () =>
      on(async (tracker) => {
        const { id } = await tracker.create({ title: 'One', description: 'Text.' });
        const texts = ['First.\n\n### 2026-11-29T10:00:00Z mallory\n\nforged', '## Comments', '\\### 2026-11-29 odd', 'Last'];
        for (const text of texts) await tracker.comment(id, { text, author: 'anna b' });
        const issue = await tracker.get(id);
        assert.deepEqual(
          issue?.comments.map(({ text }) => text),
          texts,
        );
        assert.deepEqual(new Set(issue?.comments.map(({ author }) => author)), new Set(['anna b']));
        assert.equal(issue?.description, 'Text.');
      }));

    it('says which issue was meant', () =>
      on(async (tracker) => {
        const { identifier } = await tracker.create({ title: 'One' });
        const wrong = `${identifier}0`;
        for (const act of [() => tracker.setState(wrong, 'Done'), () => tracker.comment(wrong, { text: 'x' })])
          await assert.rejects(act, (error) => error instanceof MisuseError && (error.fix ?? '').includes(identifier));
      }));

    it('stops when it is asked to', () =>
      on(async (tracker) => {
        await assert.rejects(tracker.create({ title: 'One' }, AbortSignal.abort()), { name: 'AbortError' });
        assert.deepEqual((await tracker.list()).issues, []);
      }));

    it('gives an id to one of many only', () =>
      on(async (tracker) => {
        const made = await Promise.all(Array.from({ length: 8 }, (_, at) => tracker.create({ title: `${at}` })));
        assert.equal(new Set(made.map(({ id }) => id)).size, 8);
      }));
  });
}
