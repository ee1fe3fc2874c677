import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { keptListing } from '#app/check/kept/kept-listing.ts';
import { keptUntracked } from '#app/check/kept/kept-untracked.ts';
import { findRepository } from '#platform/git/find-repository.ts';
import { makeRepository } from '../make-repository.ts';

describe('what git neither tracks nor ignores', () => {
  let scratch: string;
  let root: string;

  beforeEach(async () => {
    scratch = fs.mkdtempSync(path.join(fs.realpathSync(os.tmpdir()), 'tackroom-untracked-'));
    root = path.join(scratch, 'repo');
    makeRepository(root);
    write('.gitignore', '*.log\nout/\n');
    write('src/a.ts');
    git('add', '.');
    for (const file of ['src/new.ts', 'empty/only.log', 'out/made/b.js', 'line\nbreak/ü.ts']) write(file);
    await settle();
    await list();
    await list(); // the second check of an index looks around
  });

  afterEach(() => fs.rmSync(scratch, { recursive: true, force: true }));

  it('is known while no name comes or goes, and no file is replaced by what is none', async () => {
    assert.deepEqual(await known(), ['line\nbreak/ü.ts', 'src/new.ts']);
    write('src/new.ts', 'edited');
    replace('src/a.ts');
    write('out/made/c.js');
    assert.deepEqual(await known(), ['line\nbreak/ü.ts', 'src/new.ts']);
    await settle();
    assert.deepEqual(await known(), ['line\nbreak/ü.ts', 'src/new.ts']);
    fs.rmSync(path.join(root, 'src/new.ts'));
    fs.mkdirSync(path.join(root, 'src/new.ts'));
    assert.equal(await known(), 'asks git');
  });

  const changes: [what: string, change: () => void][] = [
    ['a file comes in a folder of which nothing was listed', () => write('empty/new.ts')],
    ['a file comes in a folder that comes', () => write('deep/er/new.ts')],
    ['a file goes', () => fs.rmSync(path.join(root, 'src/new.ts'))],
    ['an ignore file changes', () => write('.gitignore', '*.log\n')],
    ['an ignore file comes', () => write('src/.gitignore', 'new.ts\n')],
    ['the ignore list of the repository changes', () => write('.git/info/exclude', 'src/new.ts\n')],
    ['a setting names another ignore list', () => git('config', 'core.excludesFile', path.join(root, 'src/a.ts'))],
    ['the index changes', () => git('add', 'src/new.ts')],
    ['a folder becomes a repository', () => git('init', '--quiet', 'line\nbreak')],
  ];
  for (const [what, change] of changes) {
    it(`git is asked when ${what}, and what it says is known from then on`, async () => {
      change();
      assert.equal(await known(), 'asks git');
      assert.deepEqual((await list()).sort(), truth());
      await settle();
      for (const _ of ['the folders that were just written', 'the index that was']) assert.deepEqual((await list()).sort(), truth());
      assert.deepEqual(await known(), truth());
    });
  }

  it('a list of ignored files that settings name is looked at, wherever it lies', async () => {
    const ignores = path.join(scratch, 'ignores');
    git('config', 'core.excludesFile', ignores);
    await settle();
    await list();
    assert.deepEqual(await known(), ['line\nbreak/ü.ts', 'src/new.ts']);
    fs.writeFileSync(ignores, 'new.ts\n');
    assert.equal(await known(), 'asks git');
    assert.deepEqual(await list(), ['line\nbreak/ü.ts']);
  });

  it('a file that comes while git lists them is not lost', async () => {
    write('src/later.ts');
    const listing = list();
    write('empty/meanwhile.ts');
    await listing;
    await settle();
    assert.deepEqual((await list()).sort(), truth());
    assert.deepEqual((await list()).sort(), truth());
  });

  it('nothing is known where what was kept is not whole', async () => {
    const [file = ''] = fs
      .readdirSync(path.join(scratch, 'state'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.folders'));
    const kept = path.join(scratch, 'state', file);
    fs.truncateSync(kept, fs.statSync(kept).size - 1);
    assert.equal(await known(), 'asks git');
  });

  /** What is known without git. */
  async function known(): Promise<string[] | 'asks git'> {
    try {
      return (await list(AbortSignal.abort())).sort();
    } catch {
      return 'asks git';
    }
  }

  function list(signal?: AbortSignal): Promise<string[]> {
    const repository = findRepository(root);
    assert.ok(repository);
    const place = { root, repository, env: { XDG_STATE_HOME: path.join(scratch, 'state') } };
    return keptUntracked({ ...place, tracked: keptListing(place) }, signal);
  }

  function truth(): string[] {
    const said = execFileSync('git', ['ls-files', '-z', '--others', '--exclude-standard'], { cwd: root, encoding: 'utf8' });
    return said
      .split('\0')
      .filter((name) => name !== '' && !name.endsWith('/'))
      .sort();
  }

  function write(name: string, text = ''): void {
    fs.mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    fs.writeFileSync(path.join(root, name), text);
  }

  /** As many editors save. */
  function replace(name: string): void {
    write(`${name}.tmp`, 'replaced');
    fs.renameSync(path.join(root, `${name}.tmp`), path.join(root, name));
  }

  function git(...args: string[]): void {
    execFileSync('git', args, { cwd: root });
  }
});

/** What was written just now is relied on by nobody. */
function settle(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 150));
}
