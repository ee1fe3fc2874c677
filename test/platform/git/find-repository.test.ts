import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { makeScratchFolder } from '#platform/files/scratch-folder.ts';
import { brokenGitFile, findRepository } from '#platform/git/find-repository.ts';

describe('the repository around a folder', () => {
  let root: string;
  const at = (name: string) => path.join(root, name);
  const outer = () => ({ root, gitDir: at('.git'), commonDir: at('.git') });

  beforeEach(() => {
    root = makeScratchFolder('find-repository');
    execFileSync('git', ['init', '--quiet'], { cwd: root });
    fs.mkdirSync(at('inner/deep'), { recursive: true });
  });
  afterEach(() => fs.rmSync(root, { recursive: true, force: true }));

  it('is the nearest, however deep one stands, and where a folder only looks like one', () => {
    fs.mkdirSync(at('inner/.git'));
    assert.deepEqual(findRepository(at('inner/deep')), outer());
    assert.equal(brokenGitFile(at('inner/deep')), undefined);
  });

  it('is none where a .git file stands in between that leads nowhere, as git has it', () => {
    const broken: [text: string, target: string | undefined][] = [
      ['gitdir: ../gone\n', at('gone')],
      ['gitdir: deep\n', at('inner/deep')],
      ['nothing of that sort\n', undefined],
      ['', undefined],
    ];
    for (const [text, target] of broken) {
      fs.writeFileSync(at('inner/.git'), text);
      assert.equal(findRepository(at('inner/deep')), undefined, text);
      assert.deepEqual(brokenGitFile(at('inner/deep')), { file: at('inner/.git'), target });
    }
  });

  it('is none where .git is a link in a circle, or its common folder is gone', () => {
    fs.symlinkSync('.git', at('inner/.git'));
    assert.deepEqual(brokenGitFile(at('inner')), { file: at('inner/.git'), target: undefined });
    fs.writeFileSync(at('.git/commondir'), '../gone');
    assert.equal(findRepository(root), undefined);
    assert.deepEqual(brokenGitFile(root), { file: at('.git'), target: undefined });
  });
});
