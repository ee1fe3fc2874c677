import assert from 'node:assert/strict';
import path from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { type SampleRepository, sampleHarness, sampleRepository } from './sample-repository.ts';

describe('tackroom check --since in a shallow clone', () => {
  let repository: SampleRepository;

  beforeEach(() => {
    repository = sampleRepository(sampleHarness);
  });

  afterEach(() => repository.remove());

  it('the base is missing, and what the message says to do brings it', async () => {
    repository.commit();
    repository.git('checkout', '--quiet', '-b', 'topic');
    repository.commit();
    repository.commit();
    const clone = path.join(repository.root, 'clone');
    const from = `file://${repository.root}`;
    const checkSince = () => repository.tackroom(['check', '--since', 'origin/main'], { cwd: 'clone' });
    repository.git('clone', '--quiet', '--depth=1', '--branch=topic', from, clone);
    const missing = await checkSince();
    assert.equal(missing.code, 2);
    assert.match(
      missing.stderr,
      /^tackroom: "origin\/main" is no revision of this shallow clone\.\nThis clone is shallow\..*fetch-depth: 0/,
    );
    const inClone = (...args: string[]) => repository.git('-C', clone, ...args);
    inClone('fetch', '--quiet', '--depth=1', 'origin', 'main:refs/remotes/origin/main');
    const apart = await checkSince();
    assert.equal(apart.code, 2);
    assert.match(apart.stderr, /^tackroom: HEAD and origin\/main have no common commit\.\nThis clone is shallow\./);
    const command = /by hand: `git (.*)`/.exec(apart.stderr)?.[1] ?? '';
    inClone(...command.replaceAll("'", '').split(' '));
    assert.equal((await checkSince()).code, 0, 'what the message says to do is enough');
  });
});
