import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { HookRepository } from './hook-repository.ts';

const bad = 'export const get = (url: string) => fetch(url);\n';

describe('a call that is made again, since the one who began to answer it died', () => {
  let repo: HookRepository;
  beforeEach(() => {
    repo = new HookRepository();
  });
  afterEach(() => repo.remove());

  function attempt<T>(call: string, make: () => T): T {
    repo.env.TACKROOM_CALL = call;
    try {
      return make();
    } finally {
      repo.env.TACKROOM_CALL = undefined;
    }
  }

  test('says what was to be said, and the next call does not', () => {
    const first = attempt('1', () => repo.edit('src/a.ts', bad));
    assert.match(first, /fetch-deadline/);
    assert.equal(
      attempt('1', () => repo.edit('src/a.ts', bad)),
      first,
    );
    assert.equal(
      attempt('2', () => repo.edit('src/a.ts', bad)),
      '',
    );
  });

  test('is held once', () => {
    repo.edit('src/a.ts', bad);
    for (const call of ['1', '1', '2', '2', '3', '3'])
      assert.match(
        attempt(call, () => repo.stop()),
        /fetch-deadline/,
      );
    assert.equal(
      attempt('4', () => repo.stop()),
      '',
    );
  });

  test('tells of a compaction what it told before', () => {
    const begun = attempt('1', () => repo.start('compact'));
    assert.notEqual(begun, '');
    assert.equal(
      attempt('1', () => repo.start('compact')),
      begun,
    );
  });
});
