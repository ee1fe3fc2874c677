import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, suite, test } from 'node:test';
import type { KeptFile } from '#app/check/kept/kept-file.ts';
import { KeptStore } from '#app/check/kept/kept-store.ts';

suite('files that are kept on disk', () => {
  let folder = '';
  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'tackroom-store-'));
    const store = open();
    for (let index = 0; index < 100; index++) store.set(`f${index}`, kept(`first ${index}`));
    store.index = { stamp: 'one', unsure: new Set(['f1']) };
    store.write();
  });
  afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

  test('few changes are written by themselves, again and again', () => {
    const before = fs.readFileSync(file());
    for (const round of ['second', 'third']) {
      const store = open();
      store.set('f2', kept(round));
      store.set(`new ${round}`, kept(round));
      store.delete('f3');
      store.index = { stamp: round, unsure: new Set() };
      store.write();
      assert.deepEqual(fs.readFileSync(file()), before);
    }
    const { files, index } = open();
    assert.equal(files.size, 101);
    assert.deepEqual(
      ['f1', 'f2', 'f3', 'new second', 'new third'].map((name) => files.get(name)?.hash),
      ['first_1', 'third', undefined, 'second', 'third'],
    );
    assert.deepEqual(index, { stamp: 'third', unsure: new Set() });
  });

  test('many changes are written with all the rest', () => {
    const store = open();
    for (let index = 0; index < 10; index++) store.set(`f${index}`, kept('second'));
    store.write();
    fs.rmSync(later(), { force: true });
    assert.equal(open().files.get('f9')?.hash, 'second');
  });

  test('changes count beside the whole that they are changes of only, and together with their index', () => {
    changeOne();
    const changes = fs.readFileSync(later());
    const other = open();
    for (let index = 0; index < 50; index++) other.set(`f${index}`, kept('third'));
    other.write();
    fs.writeFileSync(later(), changes);
    assert.equal(open().files.get('f2')?.hash, 'third');
    fs.writeFileSync(later(), changes.subarray(0, 50));
    assert.equal(open().files.get('f2')?.hash, 'third');
  });

  test('where the changes are torn, all is as it was before them', () => {
    changeOne();
    fs.truncateSync(later(), 40);
    const { files, index } = open();
    assert.equal(files.get('f2')?.hash, 'first_2');
    assert.deepEqual(index, { stamp: 'one', unsure: new Set(['f1']) });
  });

  const changeOne = () => {
    const store = open();
    store.set('f2', kept('second'));
    store.index = { stamp: 'two', unsure: new Set() };
    store.write();
  };
  const file = () => path.join(folder, 'kept.pack');
  const later = () => path.join(folder, 'kept.since.pack');
  const open = () => new KeptStore({ file: file(), key: 'key' }, []);
});

function kept(hash: string): KeptFile {
  const stamp = { size: 1, mtimeMs: 2.5, ctimeMs: 3, ino: 4 };
  const found = { findings: [], suppressed: [], allows: [], notes: [], replacements: [], looked: true };
  return { stamp, hash: hash.replaceAll(' ', '_'), looked: true, found: () => found };
}
