import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { WorkerThread } from '#platform/process/worker-thread.ts';

const module = new URL('./doubling-thread.ts', import.meta.url);

suite('a thread that answers questions', () => {
  test('in the order they were asked, with the data it began with', async () => {
    const thread = begun<number>(3);
    const answers = [1, 2, 3].map((question) => thread.ask(question));
    assert.deepEqual(await Promise.all(answers), [3, 6, 9]);
    await thread.end();
  });

  test('once it has failed every question fails, those that wait and those that come', async () => {
    const thread = begun<number | string>(2);
    const [first, second, third] = [thread.ask(1), thread.ask('x'), thread.ask(2)];
    assert.equal(await first, 2);
    await assert.rejects(second, /x is no number/);
    await assert.rejects(third, /x is no number/);
    await assert.rejects(thread.ask(3), /x is no number/);
    await thread.end();
  });

  test('what is not answered when it ends fails', async () => {
    const thread = begun<number>(2);
    const answer = assert.rejects(thread.ask(1));
    await thread.end();
    await answer;
  });
});

function begun<Question>(factor: number): WorkerThread<number, Question, number> {
  const thread = new WorkerThread<number, Question, number>(module);
  thread.begin(factor);
  return thread;
}
