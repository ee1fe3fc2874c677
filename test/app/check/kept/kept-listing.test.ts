import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { keptListing } from '#app/check/kept/kept-listing.ts';
import { findRepository } from '#platform/git/find-repository.ts';
import { listIndex } from '#platform/git/worktree-files.ts';
import { makeRepository } from '../../../make-repository.ts';

describe('what the index holds', () => {
  let scratch: string;
  let root: string;

  beforeEach(() => {
    scratch = fs.mkdtempSync(path.join(fs.realpathSync(os.tmpdir()), 'tackroom-listing-'));
    root = path.join(scratch, 'repo');
    makeRepository(root);
    for (const name of ['a.ts', 'line\nbreak ü.ts', 'sparse.ts', 'unwatched.ts']) fs.writeFileSync(path.join(root, name), '');
    git('add', '.');
    git('update-index', '--skip-worktree', 'sparse.ts');
    git('update-index', '--assume-unchanged', 'unwatched.ts');
  });

  afterEach(() => fs.rmSync(scratch, { recursive: true, force: true }));

  it('is said by git once, and known as long as the index is the same', async () => {
    settle();
    const first = await list();
    assert.deepEqual(first, await listIndex(root));
    assert.deepEqual(await list(withoutGit), first);
    assert.deepEqual(first.plain, ['a.ts', 'line\nbreak ü.ts']);
    fs.writeFileSync(path.join(root, 'b.ts'), '');
    git('add', 'b.ts');
    settle();
    await assert.rejects(list(withoutGit), 'git is asked again');
    assert.deepEqual(await list(), await listIndex(root));
    assert.ok((await list(withoutGit)).plain.includes('b.ts'));
  });

  it('is not kept of an index that was written just now, nor read where the kept text is not whole', async () => {
    await list();
    assert.deepEqual(keptFiles(), []);
    settle();
    await list();
    const [file = ''] = keptFiles();
    fs.appendFileSync(file, ' ');
    await assert.rejects(list(withoutGit), 'git is asked again');
    assert.deepEqual(await list(), await listIndex(root));
  });

  const withoutGit = AbortSignal.abort();

  async function list(signal?: AbortSignal) {
    const repository = findRepository(root);
    assert.ok(repository);
    const { others, plain } = await keptListing({ root, repository, env: { XDG_STATE_HOME: path.join(scratch, 'state') } }, signal);
    return { plain, others };
  }

  function keptFiles(): string[] {
    const state = path.join(scratch, 'state');
    const names = fs.existsSync(state) ? fs.readdirSync(state, { recursive: true, encoding: 'utf8' }) : [];
    return names.filter((name) => name.endsWith('.json')).map((name) => path.join(state, name));
  }

  /** What was written just now is relied on by nobody. */
  function settle(): void {
    const { ctimeMs } = fs.statSync(path.join(root, '.git', 'index'));
    const pause = new Int32Array(new SharedArrayBuffer(4));
    Atomics.wait(pause, 0, 0, Math.max(0, ctimeMs + 150 - Date.now()));
  }

  function git(...args: string[]): void {
    execFileSync('git', args, { cwd: root });
  }
});
