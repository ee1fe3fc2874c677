import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { weighChanges } from '#app/watch/weigh-changes.ts';

describe('weighChanges', () => {
  let root = '';
  before(() => {
    root = fs.mkdtempSync(path.join(os.tmpdir(), 'tackroom-weigh-'));
    for (const folder of ['src', 'harness', 'fresh']) fs.mkdirSync(path.join(root, folder));
    for (const file of ['src/a.ts', 'src/new.ts', 'src/log.txt', 'harness/page.md', '.gitignore'])
      fs.writeFileSync(path.join(root, file), '');
  });
  after(() => fs.rmSync(root, { recursive: true, force: true }));

  const weigh = (paths: Record<string, boolean>, everything = false) =>
    weighChanges(
      { paths: new Map(Object.entries(paths)), everything },
      {
        root,
        files: new Set(['src/a.ts', 'src/gone.ts', 'harness/page.md', '.gitignore']),
        watched: new Set(['', 'src', 'harness', 'dropped']),
        foreign: new Set(['src/log.txt']),
      },
    );

  const cases: [what: string, changes: Record<string, boolean>, amount: string][] = [
    ['nothing at all', {}, 'nothing'],
    ['a known file that was written', { 'src/a.ts': false }, 'texts'],
    ['a known file that was replaced', { 'src/a.ts': true }, 'texts'],
    ['a known file that is gone', { 'src/gone.ts': true }, 'names'],
    ['a file that is new', { 'src/new.ts': true }, 'names'],
    ['a file that git does not tell of, written again', { 'src/log.txt': false }, 'nothing'],
    ['the same, put in its place anew', { 'src/log.txt': true }, 'names'],
    ['a temporary file that came and went', { 'src/.swap': true }, 'nothing'],
    ['a page', { 'harness/page.md': false }, 'names'],
    ['what is ignored', { '.gitignore': false }, 'everything'],
    ['a folder that came', { fresh: true }, 'everything'],
    ['a folder that went', { dropped: true }, 'everything'],
    ['a folder that is watched, and was touched', { src: false }, 'nothing'],
    ["git's own folder", { '.git': false }, 'nothing'],
    ['the most of several', { 'src/a.ts': false, 'src/new.ts': true, '.git': true }, 'names'],
  ];
  for (const [what, changes, amount] of cases) it(`${what}: ${amount}`, () => assert.equal(weigh(changes), amount));
  it('more than is told: everything', () => assert.equal(weigh({}, true), 'everything'));
});
