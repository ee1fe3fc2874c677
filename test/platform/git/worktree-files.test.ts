import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { locatePath } from '#platform/files/locate-path.ts';
import { changedFiles, stagedFiles } from '#platform/git/changed-files.ts';
import { mergeBase } from '#platform/git/merge-base.ts';
import { stagedCopy } from '#platform/git/staged-copy.ts';
import { listWorktreeFiles } from '#platform/git/worktree-files.ts';
import { makeRepository } from '../../make-repository.ts';

describe('platform/git/worktree-files', () => {
  let root: string;

  beforeEach(() => {
    root = fs.mkdtempSync(path.join(fs.realpathSync(os.tmpdir()), 'tackroom-files-'));
    makeRepository(root);
  });

  afterEach(() => fs.rmSync(root, { recursive: true, force: true }));

  describe('listWorktreeFiles', () => {
    it('lists tracked and untracked files, and leaves out ignored ones, links, submodules, nested repositories and what is gone', async () => {
      write({ 'a.ts': '', 'b b.ts': '', 'line\nbreak.ts': '', 'ünï/✓.ts': '', '.gitignore': 'dist/\n', 'gone.ts': '', 'sub/x.ts': '' });
      fs.symlinkSync('a.ts', path.join(root, 'link.ts'));
      commit();
      fs.rmSync(path.join(root, 'gone.ts'));
      write({ 'dist/out.js': '', 'new.ts': '', 'nested/inside.ts': '' });
      fs.symlinkSync('a.ts', path.join(root, 'new-link.ts'));
      execFileSync('git', ['init', '--quiet'], { cwd: path.join(root, 'nested') });
      git('update-index', '--add', '--cacheinfo', `160000,${git('rev-parse', 'HEAD').trim()},module`);
      assert.deepEqual(await listWorktreeFiles(root), {
        paths: ['.gitignore', 'a.ts', 'b b.ts', 'line\nbreak.ts', 'new.ts', 'sub/x.ts', 'ünï/✓.ts'],
        unnameable: 0,
        absent: [],
        unwatched: ['new.ts'],
        temporary: [],
      });
    });

    it('lists a file in conflict once', async () => {
      write({ 'a.ts': 'one\n' });
      commit();
      git('checkout', '--quiet', '-b', 'other');
      write({ 'a.ts': 'two\n' });
      commit();
      git('checkout', '--quiet', 'main');
      write({ 'a.ts': 'three\n' });
      commit();
      assert.throws(() => git('merge', '--quiet', 'other'));
      assert.deepEqual((await listWorktreeFiles(root)).paths, ['a.ts']);
    });

    it('counts names that are not UTF-8 and names none of them', {
      skip: process.platform !== 'linux' && 'only Linux file systems take such names',
    }, async () => {
      fs.writeFileSync(Buffer.from(`${root}/bad-\xff.ts`, 'latin1'), '');
      write({ 'good.ts': '' });
      assert.deepEqual(await listWorktreeFiles(root), {
        paths: ['good.ts'],
        unnameable: 1,
        absent: [],
        unwatched: ['good.ts'],
        temporary: [],
      });
    });

    it('knows what a sparse checkout leaves out, and lists what is there though git does not look for it', async () => {
      write({ 'in/a.ts': '', 'in/hidden.ts': '', 'out/b.ts': '' });
      commit();
      git('update-index', '--skip-worktree', 'in/hidden.ts');
      assert.deepEqual((await listWorktreeFiles(root)).paths, ['in/a.ts', 'in/hidden.ts', 'out/b.ts']);
      git('sparse-checkout', 'set', 'in');
      const { absent, paths } = await listWorktreeFiles(root);
      assert.deepEqual([paths, absent], [['in/a.ts', 'in/hidden.ts'], ['out/b.ts']]);
    });
  });

  describe('changedFiles', () => {
    it('names what differs from the last commit: edited, staged, renamed under the new name, untracked, but nothing deleted', async () => {
      write({
        'same.ts': 'same',
        'edited.ts': 'a',
        'staged.ts': 'a',
        'old name.ts': 'a long enough text to be found as a rename',
        'gone.ts': 'a',
      });
      commit();
      write({ 'edited.ts': 'b', 'staged.ts': 'b', 'untracked.ts': '' });
      git('add', 'staged.ts');
      git('mv', 'old name.ts', 'new name.ts');
      git('rm', '--quiet', 'gone.ts');
      fs.symlinkSync('same.ts', path.join(root, 'link.ts'));
      assert.deepEqual((await changedFiles(root, undefined)).sort(), ['edited.ts', 'new name.ts', 'staged.ts', 'untracked.ts']);
    });

    it('names every file before the first commit', async () => {
      write({ 'a.ts': '', 'b.ts': '' });
      git('add', 'a.ts');
      assert.deepEqual((await changedFiles(root, undefined)).sort(), ['a.ts', 'b.ts']);
      assert.deepEqual(await stagedFiles(root), ['a.ts']);
    });

    it("ignores a person's own diff settings", async () => {
      write({ 'deep/a.ts': 'a' });
      commit();
      write({ 'deep/a.ts': 'b' });
      for (const [key, value] of [
        ['diff.external', 'false'],
        ['diff.noprefix', 'true'],
        ['diff.relative', 'true'],
        ['color.ui', 'always'],
      ] as const)
        git('config', key, value);
      assert.deepEqual(await changedFiles(root, undefined), ['deep/a.ts']);
    });

    it('goes back to where a branch began, not to the tip of the other one', async () => {
      write({ 'a.ts': 'a' });
      commit();
      git('checkout', '--quiet', '-b', 'topic');
      write({ 'topic.ts': '' });
      commit();
      git('checkout', '--quiet', 'main');
      write({ 'main.ts': '' });
      commit();
      git('checkout', '--quiet', 'topic');
      write({ 'dirty.ts': '' });
      const base = await mergeBase(root, 'main');
      assert.equal(base.kind, 'found');
      assert.deepEqual((await changedFiles(root, base.kind === 'found' ? base.commit : '')).sort(), ['dirty.ts', 'topic.ts']);
    });
  });

  describe('mergeBase', () => {
    it('says that a revision is unknown, even one that looks like an option', async () => {
      write({ 'a.ts': '' });
      commit();
      for (const revision of ['nowhere', '--all', '', 'HEAD\n', 'HEAD:a.ts'])
        assert.deepEqual(await mergeBase(root, revision), { kind: 'unknown-revision', shallow: false }, revision);
    });

    it('says that two histories never met', async () => {
      write({ 'a.ts': '' });
      commit();
      git('checkout', '--quiet', '--orphan', 'other');
      git('commit', '--quiet', '--message', 'apart');
      assert.deepEqual(await mergeBase(root, 'main'), { kind: 'unrelated', shallow: false });
    });
  });

  describe('stagedCopy', () => {
    it('reads what is staged, not what lies in the worktree', async () => {
      write({ 'clean.ts': 'clean', 'both.ts': 'first', 'removed.ts': 'still staged' });
      commit();
      write({ 'both.ts': 'staged' });
      git('add', 'both.ts');
      write({ 'both.ts': 'later', 'untracked.ts': '' });
      fs.rmSync(path.join(root, 'removed.ts'));
      const copy = await stagedCopy(root);
      assert.deepEqual(copy.files.paths, ['both.ts', 'clean.ts', 'removed.ts']);
      assert.deepEqual(copy.files.paths.map(copy.read), ['staged', 'clean', 'still staged']);
      copy.remove();
      assert.equal(copy.read('both.ts'), undefined);
    });

    it('reads a file in conflict as missing', async () => {
      write({ 'a.ts': 'one\n', 'b.ts': 'b' });
      commit();
      git('checkout', '--quiet', '-b', 'other');
      write({ 'a.ts': 'two\n' });
      commit();
      git('checkout', '--quiet', 'main');
      write({ 'a.ts': 'three\n' });
      commit();
      assert.throws(() => git('merge', '--quiet', 'other'));
      const copy = await stagedCopy(root);
      assert.deepEqual(['a.ts', 'b.ts'].map(copy.read), [undefined, 'b']);
      copy.remove();
    });
  });

  describe('locatePath', () => {
    it('follows links in folders, stays inside, and takes paths that are nowhere', () => {
      write({ 'src/a.ts': '' });
      fs.symlinkSync('src', path.join(root, 'linked'));
      fs.symlinkSync(os.tmpdir(), path.join(root, 'away'));
      const located = (argument: string, cwd = root) => locatePath(root, cwd, argument);
      assert.equal(located('src/a.ts'), 'src/a.ts');
      assert.equal(located('linked/a.ts'), 'src/a.ts');
      assert.equal(located('../src/./a.ts', path.join(root, 'linked')), 'src/a.ts');
      assert.equal(located('linked/new.ts'), 'src/new.ts');
      assert.equal(located('.'), '');
      assert.equal(located('..hidden'), '..hidden');
      for (const outside of ['..', '../x', '/', os.tmpdir(), 'away/x.ts', `${root}-sibling/a.ts`])
        assert.equal(located(outside), undefined, outside);
    });
  });

  function write(files: Record<string, string>): void {
    for (const [name, text] of Object.entries(files)) {
      fs.mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
      fs.writeFileSync(path.join(root, name), text);
    }
  }

  function commit(): void {
    git('add', '--all');
    git('commit', '--quiet', '--allow-empty', '--message', 'work');
  }

  function git(...args: string[]): string {
    const settings = [
      '-c',
      'user.name=t',
      '-c',
      'user.email=t@example.com',
      '-c',
      'commit.gpgsign=false',
      '-c',
      'protocol.file.allow=always',
    ];
    return execFileSync('git', [...settings, ...args], { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  }
});
