import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, suite, test } from 'node:test';
import { findEngine } from '#platform/install/find-engine.ts';

let scratch: string;
suite('the package that serves a repository', () => {
  beforeEach(() => {
    scratch = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'find-engine-')));
  });
  afterEach(() => fs.rmSync(scratch, { recursive: true }));

  test('the nearest node_modules above it wins over the per-user install', () => {
    const far = install('node_modules/tackroom');
    const own = install('data/tackroom/node_modules/tackroom');
    const env = { HOME: scratch, XDG_DATA_HOME: path.join(scratch, 'data') };
    const root = folder('team/repo');
    assert.equal(findEngine(root, env)?.folder, far);
    const near = install('team/repo/node_modules/tackroom');
    assert.equal(findEngine(root, env)?.folder, near);
    fs.rmSync(path.join(scratch, 'node_modules'), { recursive: true });
    fs.rmSync(path.join(scratch, 'team'), { recursive: true });
    assert.equal(findEngine(folder('team/repo'), env)?.folder, own);
  });

  test('where it is a link, as package managers make them, its real place is told', () => {
    const real = install('store/tackroom@1/node_modules/tackroom');
    fs.symlinkSync(real, path.join(folder('repo/node_modules'), 'tackroom'));
    const engine = findEngine(path.join(scratch, 'repo'), { HOME: scratch });
    assert.equal(engine?.folder, real);
  });

  test('another version in the same place has another stamp; without a package there is none', () => {
    const env = { HOME: scratch, XDG_DATA_HOME: path.join(scratch, 'data') };
    const root = folder('repo');
    assert.equal(findEngine(root, env), undefined);
    const place = install('repo/node_modules/tackroom');
    const before = findEngine(root, env)?.stamp;
    fs.writeFileSync(path.join(place, 'dist', 'hook-first.cjs'), 'another engine');
    assert.notEqual(findEngine(root, env)?.stamp, before);
  });
});

function install(relative: string): string {
  const place = folder(relative);
  fs.mkdirSync(path.join(place, 'dist'));
  fs.writeFileSync(path.join(place, 'dist', 'hook-first.cjs'), 'an engine');
  return place;
}

function folder(relative: string): string {
  const place = path.join(scratch, relative);
  fs.mkdirSync(place, { recursive: true });
  return place;
}
