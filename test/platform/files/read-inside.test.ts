import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { readInside, relativeInside, resolveInside, whyUnread } from '#platform/files/read-inside.ts';

describe('platform/files/read-inside', () => {
  let scratch = '';
  let root = '';

  before(() => {
    scratch = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'files-')));
    root = path.join(scratch, 'repo');
    fs.mkdirSync(path.join(root, 'src'), { recursive: true });
    fs.mkdirSync(path.join(scratch, 'repo-other'));
    fs.writeFileSync(path.join(scratch, 'secret.txt'), 'secret');
    fs.writeFileSync(path.join(scratch, 'repo-other', 'a.ts'), 'other');
    fs.writeFileSync(path.join(root, 'src', 'a.ts'), 'let a;');
    fs.writeFileSync(path.join(root, 'src', 'image.ts'), 'a\0b');
    fs.writeFileSync(path.join(root, 'src', 'huge.ts'), 'x'.repeat(3 * 1024 * 1024));
    fs.symlinkSync(path.join(scratch, 'secret.txt'), path.join(root, 'src', 'link.ts'));
    fs.symlinkSync(scratch, path.join(root, 'out'));
    fs.symlinkSync('a.ts', path.join(root, 'src', 'inner.ts'));
  });

  after(() => fs.rmSync(scratch, { recursive: true }));

  test('a file inside is read, a link inside is followed', () => {
    assert.equal(readInside(root, 'src/a.ts'), 'let a;');
    assert.equal(readInside(root, 'src/inner.ts'), 'let a;');
  });

  test('nothing outside is read: by .., by an absolute path, by a link to a file or a folder, by a neighbour of like name', () => {
    for (const way of [
      '../secret.txt',
      path.join(scratch, 'secret.txt'),
      'src/link.ts',
      'out/secret.txt',
      '../repo-other/a.ts',
      'src/../../secret.txt',
    ]) {
      assert.equal(readInside(root, way), undefined, way);
      assert.equal(resolveInside(root, way), undefined, way);
    }
  });

  test('of text that is not read it is told why; of what is none it is not', () => {
    const files: [name: string, content: string | Buffer, why: RegExp | undefined][] = [
      ['nul.ts', "fetch('a');\0\n", /NUL/],
      ['wide.ts', Buffer.from('\uFEFFfetch(1);\r\n', 'utf16le'), /UTF-16/],
      ['picture.png', Buffer.from('89504e470d0a1a0a0000000d49484452000001', 'hex'), undefined],
      ['zeros.bin', Buffer.alloc(5_000), undefined],
      ['long.ts', 'x'.repeat(3 * 1024 * 1024), /2 MiB/],
    ];
    for (const [name, content, why] of files) {
      fs.writeFileSync(path.join(root, name), content);
      if (why === undefined) assert.equal(whyUnread(root, name), undefined, name);
      else assert.match(whyUnread(root, name) ?? '', why, name);
    }
  });

  test('what is no source is not read: missing, a folder, binary, huge', () => {
    for (const way of ['src/none.ts', 'src', 'src/image.ts', 'src/huge.ts']) assert.equal(readInside(root, way), undefined, way);
  });

  test('a path is told relative to the root, from any folder', () => {
    assert.equal(relativeInside(root, 'a.ts', path.join(root, 'src')), 'src/a.ts');
    assert.equal(relativeInside(root, path.join(root, 'src', 'a.ts')), 'src/a.ts');
    assert.equal(relativeInside(root, '../secret.txt'), undefined);
  });
});
