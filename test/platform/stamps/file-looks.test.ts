import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, suite, test } from 'node:test';
import { FileLooks } from '#platform/stamps/file-looks.ts';

suite('looking at files', () => {
  let root = '';
  beforeEach(() => {
    root = fs.mkdtempSync(path.join(fs.realpathSync(os.tmpdir()), 'tackroom-looks-'));
  });
  afterEach(() => fs.rmSync(root, { recursive: true, force: true }));

  test('says what is there, and looks once until it is told to forget', async () => {
    write('old.ts', 'a', 1000);
    await settle();
    fs.mkdirSync(path.join(root, 'folder'));
    fs.symlinkSync('old.ts', path.join(root, 'link.ts'));
    fs.symlinkSync('nowhere.ts', path.join(root, 'broken.ts'));
    const looks = new FileLooks(root);
    assert.deepEqual(
      ['folder', 'link.ts', 'broken.ts', 'gone.ts', 'old.ts/below.ts'].map((name) => looks.at(name)),
      ['other', 'link', 'link', 'missing', 'missing'],
    );
    const first = looks.stampOf('old.ts');
    assert.equal(first?.size, 1);
    assert.equal(looks.stampOf('link.ts')?.ino, first?.ino);
    assert.equal(looks.stampOf('broken.ts'), undefined);
    write('old.ts', 'longer', 1000);
    assert.equal(looks.stampOf('old.ts'), first);
    looks.forget(['old.ts']);
    assert.equal(looks.stampOf('old.ts'), undefined, 'its inode was changed just now');
  });

  test('gives a stamp that still holds back as the same object', async () => {
    write('a.ts', 'a', 1000);
    await settle();
    const before = { ...new FileLooks(root).stampOf('a.ts') };
    assert.ok('size' in before && before.size === 1);
    const known = { size: 1, mtimeMs: before.mtimeMs ?? 0, ctimeMs: before.ctimeMs ?? 0, ino: before.ino ?? 0 };
    assert.equal(new FileLooks(root).stampOf('a.ts', known), known);
    assert.notEqual(new FileLooks(root).stampOf('a.ts', { ...known, size: 2 }), known);
  });

  test('a file that was written just now has no stamp to rely on, until it is looked at again', async () => {
    write('new.ts', 'a', 0);
    const looks = new FileLooks(root);
    assert.equal(looks.at('new.ts'), 'unsettled');
    await settle();
    assert.equal(looks.stampOf('new.ts'), undefined);
    looks.forget([]);
    assert.equal(looks.stampOf('new.ts')?.size, 1);
  });

  test('does not look at a file that somebody vouches for, until it is told to forget', () => {
    const looks = new FileLooks(root);
    const known = { size: 7, mtimeMs: 1, ctimeMs: 2, ino: 3 };
    looks.hear({ isSame: (path) => path.startsWith('never') });
    assert.ok(looks.isVouchedFor('never-there.ts') && looks.isThere('never-there.ts'));
    assert.ok(!(looks.isVouchedFor('other.ts') || looks.isThere('other.ts')));
    assert.equal(looks.stampOf('never-there.ts', known), known);
    assert.equal(looks.stampOf('never-there.ts'), undefined, 'who knows no stamp has to be told what is there');
    assert.ok(!looks.isVouchedFor('never-there.ts'), 'what was seen counts more than what was heard');
    looks.forget(['never.ts']);
    assert.ok(!(looks.isVouchedFor('never.ts') || looks.isThere('never.ts')));
    assert.ok(looks.isVouchedFor('never-asked.ts'));
    looks.forgetAll();
    assert.ok(!looks.isVouchedFor('never-asked.ts'));
  });

  test('takes the stamp of a file that is there from whoever reads it, unless it has looked before', async () => {
    write('a.ts', 'a', 1000);
    await settle();
    const looks = new FileLooks(root);
    looks.hear({ isThere: () => true });
    assert.ok(looks.isThere('a.ts') && looks.isUnseen('a.ts'));
    const read = { size: 7, mtimeMs: 1, ctimeMs: 2, ino: 3 };
    looks.see('a.ts', read);
    assert.equal(looks.stampOf('a.ts'), read);
    looks.see('a.ts', undefined);
    assert.equal(looks.stampOf('a.ts'), read);

    looks.see('gone.ts', undefined);
    assert.equal(looks.stampOf('gone.ts'), undefined, 'nothing was read of it');
    assert.equal(looks.at('b.ts'), 'missing', 'whoever asks before it is read has it looked at');
  });

  function write(name: string, text: string, secondsAgo: number): void {
    const file = path.join(root, name);
    fs.writeFileSync(file, text);
    const time = Date.now() / 1000 - secondsAgo;
    fs.utimesSync(file, time, time);
  }
});

/** What was written just now has to be left alone for a tenth of a second. */
function settle(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 150));
}
