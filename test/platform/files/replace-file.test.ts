import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { replaceFile } from '#platform/files/replace-file.ts';

describe('replaceFile', () => {
  let folder: string;
  const at = (name: string) => path.join(folder, name);

  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(fs.realpathSync(os.tmpdir()), 'tackroom-replace-'));
  });

  afterEach(() => fs.rmSync(folder, { recursive: true }));

  it('writes a new file, and one that is there, with the rights it had', () => {
    replaceFile(at('a'), 'one');
    fs.chmodSync(at('a'), 0o640);
    replaceFile(at('a'), 'two');
    assert.equal(fs.readFileSync(at('a'), 'utf8'), 'two');
    assert.equal(fs.statSync(at('a')).mode & 0o777, 0o640);
    assert.deepEqual(fs.readdirSync(folder), ['a']);
  });

  it('writes through a link, and leaves the link', () => {
    fs.writeFileSync(at('real'), 'one');
    fs.symlinkSync('real', at('link'));
    replaceFile(at('link'), 'two');
    assert.equal(fs.readFileSync(at('real'), 'utf8'), 'two');
    assert.ok(fs.lstatSync(at('link')).isSymbolicLink());
  });

  it('writes to what is no regular file as it is', () => {
    replaceFile('/dev/null', 'gone');
    assert.ok(fs.statSync('/dev/null').isCharacterDevice());
    assert.throws(() => replaceFile(folder, 'x'), /EISDIR/);
  });
});
