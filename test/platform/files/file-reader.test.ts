import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { fileReader } from '#platform/files/file-reader.ts';
import { readInside } from '#platform/files/read-inside.ts';

test('many files read into the same memory are what each is by itself', (t) => {
  const root = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'reader-')));
  t.after(() => fs.rmSync(root, { recursive: true, force: true }));
  const limit = 2 * 1024 * 1024;
  const files: Record<string, string | Buffer> = {
    'long.ts': 'a'.repeat(5000),
    'short.ts': 'é😀',
    'empty.ts': '',
    'marked.ts': '\uFEFFa\r\n',
    'not-utf8.ts': Buffer.from([0x61, 0xff, 0x62]),
    'binary.ts': Buffer.from([0x61, 0, 0x62]),
    'largest.ts': 'b'.repeat(limit),
    'too-large.ts': 'b'.repeat(limit + 1),
  };
  for (const [name, text] of Object.entries(files)) fs.writeFileSync(path.join(root, name), text);
  fs.mkdirSync(path.join(root, 'folder.ts'));
  fs.symlinkSync('/etc/hostname', path.join(root, 'out.ts'));
  const read = fileReader(root);
  const names = [...Object.keys(files), 'folder.ts', 'out.ts', 'missing.ts', '../up.ts'];
  for (const name of [...names, ...names.reverse()]) assert.equal(read(name), readInside(root, name), name);
  assert.equal(read('largest.ts')?.length, limit);
});

test('folders on the way are followed where they lead, and never out of the root', (t) => {
  const outer = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'reader-')));
  t.after(() => fs.rmSync(outer, { recursive: true, force: true }));
  const root = path.join(outer, 'root');
  for (const [name, text] of Object.entries({ 'root/a/b/c/in.ts': 'in', 'outside/c/out.ts': 'out' })) {
    fs.mkdirSync(path.dirname(path.join(outer, name)), { recursive: true });
    fs.writeFileSync(path.join(outer, name), text);
  }
  fs.symlinkSync('../a/b', path.join(root, 'a', 'inner'));
  fs.symlinkSync('b', path.join(root, 'a', 'same'));
  fs.symlinkSync(path.join(outer, 'outside'), path.join(root, 'a', 'away'));
  const read = fileReader(root);
  for (const name of [
    'a/b/c/in.ts',
    'a/same/c/in.ts',
    'a/away/c/out.ts',
    'a/inner/c/in.ts',
    'a/b/c/in.ts/x.ts',
    'a/none/c/in.ts',
    '../outside/c/out.ts',
  ])
    assert.equal(read(name), readInside(root, name), name);
  assert.equal(read('a/same/c/in.ts'), 'in');
  assert.equal(read('a/away/c/out.ts'), undefined);
});

test('tells what it opens before it reads it, but for links and what is no file', (t) => {
  const root = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'reader-')));
  t.after(() => fs.rmSync(root, { recursive: true, force: true }));
  fs.writeFileSync(path.join(root, 'a.ts'), 'text');
  fs.writeFileSync(path.join(root, 'binary'), Buffer.from([0]));
  fs.symlinkSync('a.ts', path.join(root, 'link.ts'));
  fs.mkdirSync(path.join(root, 'folder.ts'));
  const opened: [name: string, ino: number][] = [];
  const read = fileReader(root, (name, { ino }) => opened.push([name, ino]));
  assert.deepEqual(
    ['a.ts', 'binary', 'link.ts', 'folder.ts', 'missing.ts'].map((name) => read(name)),
    ['text', undefined, 'text', undefined, undefined],
  );
  assert.deepEqual(
    opened,
    ['a.ts', 'binary'].map((name) => [name, fs.statSync(path.join(root, name)).ino]),
  );
});
