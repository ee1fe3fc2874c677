import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { HookRepository } from './hook-repository.ts';

const bad = 'export const get = (url: string) => fetch(url);\n';

let repo: HookRepository;
beforeEach(() => {
  repo = new HookRepository();
});
afterEach(() => repo.remove());

describe('kept code of the engine', () => {
  test('compiled code of the engine that was spoiled is made again, and then used as it is', () => {
    for (const name of ['1', '2', '3']) repo.edit(`src/${name}.ts`, bad);
    const folder = path.join(repo.scratch, 'state', 'tackroom', 'code');
    const files = fs
      .readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .flatMap((name) => (name.includes('.cjs') ? [path.join(folder, name)] : []));
    assert.deepEqual(files.map((file) => path.basename(file).replace(/\.cjs-.*/, '')).sort(), ['hook-edit', 'hook-first']);
    const sizes = files.map((file) => fs.statSync(file).size);
    for (const file of files) fs.truncateSync(file, fs.statSync(file).size >> 1);
    assert.match(repo.edit('src/b.ts', bad), /fetch-deadline/);
    for (const [index, file] of files.entries()) assert.ok(fs.statSync(file).size > (sizes[index] ?? 0) / 2 + 1000);
    for (const name of ['4', '5']) repo.edit(`src/${name}.ts`, bad); // each of the first three adds what it used
    for (const file of files) fs.utimesSync(file, 1, 1);
    assert.match(repo.edit('src/c.ts', bad), /fetch-deadline/);
    assert.deepEqual(
      files.map((file) => fs.statSync(file).mtimeMs),
      [1000, 1000],
    );
  });
});
