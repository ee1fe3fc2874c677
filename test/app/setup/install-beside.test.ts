import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { planInit } from '#app/init.ts';
import { installBeside } from '#app/setup/install-beside.ts';
import { type EmptyRepository, emptyRepository } from '../empty-repository.ts';

const python = '@ast-grep/lang-python@0.0.6';

describe('the command that installs packages beside Tackroom', () => {
  const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'tackroom-beside-')));
  const repository = path.join(folder, 'repository');

  before(() => fs.mkdirSync(repository));
  after(() => fs.rmSync(folder, { recursive: true, force: true }));

  /** An install below `base`, with these files in it. */
  function installIn(base: string, ...files: readonly string[]): string {
    for (const file of files) {
      fs.mkdirSync(path.join(folder, base), { recursive: true });
      fs.writeFileSync(path.join(folder, base, file), file.endsWith('.json') ? '{}' : '');
    }
    return path.join(folder, base, 'node_modules', 'tackroom');
  }

  const ask = (engine: string) => installBeside([python], repository, engine);

  test('of the per-user install: into its folder, whatever the repository holds', () =>
    assert.equal(ask(installIn('share/tackroom', 'package.json')), `npm install --prefix "${folder}/share/tackroom" ${python}`));

  test('of a global install, which has no package.json', () => {
    assert.equal(ask(installIn('lib', 'other')), `npm install --global ${python}`);
    assert.equal(ask(path.join(folder, 'pnpm/global/5/.pnpm/tackroom@0.1.0/node_modules/tackroom')), `pnpm add --global ${python}`);
  });

  test('of a dependency of the repository: as its package manager does it', () => {
    const engine = installIn('repository', 'package.json');
    assert.equal(ask(engine), `npm install --save-dev ${python}`);
    installIn('repository', 'pnpm-lock.yaml');
    assert.equal(
      ask(path.join(repository, 'node_modules/.pnpm/tackroom@0.1.0/node_modules/tackroom')),
      `pnpm add --save-dev ${python}`,
      'pnpm keeps packages deeper',
    );
  });

  test('of one in a folder above or below: there', () =>
    assert.equal(ask(installIn('.', 'package.json')), `cd "${folder}" && npm install --save-dev ${python}`));

  test('of a checkout: without a word in its manifest', () =>
    assert.equal(ask(path.join(folder, 'checkout')), `npm install --no-save --prefix "${folder}/checkout" ${python}`));
});

describe('init where the per-user install is there and a grammar is not', () => {
  let repository: EmptyRepository;

  before(() => {
    repository = emptyRepository();
  });
  after(() => repository.remove());

  test('nothing is asked for that the engine has', async () => {
    repository.write('share/tackroom/package.json', '{}');
    repository.write('share/tackroom/node_modules/tackroom/dist/hook-first.cjs', '');
    const env = { HOME: repository.folder, PATH: '', XDG_DATA_HOME: path.join(repository.root, 'share') };
    const { grammars, hasEngine, install } = await planInit({ cwd: repository.root, env, guardrails: ['network-deadline-python'] });
    assert.deepEqual({ grammars, hasEngine, install }, { grammars: [], hasEngine: true, install: undefined });
  });
});
