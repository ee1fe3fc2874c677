import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ChangeQueue } from '#app/watch/change-queue.ts';

describe('ChangeQueue', () => {
  it('hands over at once all that came shortly after another, and remembers that a name came or went', async () => {
    const queue = new ChangeQueue();
    const next = queue.next();
    queue.add('a', true);
    setTimeout(() => queue.add('b', false), 3);
    setTimeout(() => queue.add('a', false), 6);
    assert.deepEqual(await next, {
      paths: new Map([
        ['a', true],
        ['b', false],
      ]),
      everything: false,
    });
    queue.add('c', false);
    assert.deepEqual([...(await queue.next()).paths.keys()], ['c']);
  });

  it('counts very many, and those without a name, as everything', async () => {
    const queue = new ChangeQueue();
    for (let index = 0; index < 1100; index++) queue.add(`f${index}`, false);
    assert.equal((await queue.next()).everything, true);
    queue.add(undefined, true);
    assert.equal((await queue.next()).everything, true);
    queue.add('a', false);
    assert.equal((await queue.next()).everything, false);
  });

  it('ends with the reason of the signal, waiting or aborted before', async () => {
    const cancel = new AbortController();
    const next = new ChangeQueue().next(cancel.signal);
    cancel.abort(new Error('enough'));
    await assert.rejects(next, /enough/);
    await assert.rejects(new ChangeQueue().next(cancel.signal), /enough/);
  });
});
