import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, it } from 'node:test';
import { callName } from '#app/harness/call-name.ts';
import { asCalled } from '#cli/as-called.ts';
import { makeRepository } from '../make-repository.ts';

describe('hints name the command as it is typed here', () => {
  it('in text, and leave what is called otherwise', () => {
    const text = 'tackroom: no harness. Run `tackroom init`. See: tackroom check --all, npx tackroom doctor, harness/tackroom check.';
    assert.equal(
      asCalled(text, 'npx tackroom'),
      'tackroom: no harness. Run `npx tackroom init`. See: npx tackroom check --all, npx tackroom doctor, harness/tackroom check.',
    );
    assert.equal(asCalled(text), text);
  });

  it('as a dependency of the repository, or of the system', () => {
    const root = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'tackroom-call-')));
    try {
      makeRepository(root);
      fs.mkdirSync(path.join(root, 'packages/a'), { recursive: true });
      const inside = path.join(root, 'packages/a');
      assert.equal(callName(inside, {}, path.join(root, 'node_modules/tackroom')), 'npx tackroom');
      assert.equal(callName(root, {}, path.join(inside, 'node_modules/tackroom')), 'npx tackroom');
      assert.equal(callName(root, {}, path.join(root, 'node_modules/.pnpm/tackroom@1/node_modules/tackroom')), 'npx tackroom');
      assert.equal(callName(root, {}, '/usr/lib/node_modules/tackroom'), 'tackroom');
      assert.equal(callName(root, {}, path.join(root, 'checkout')), 'tackroom');
      const own = (data: string) => path.join(data, 'tackroom/node_modules/tackroom');
      assert.equal(
        callName(root, { HOME: '/home/ann' }, own('/home/ann/.local/share')),
        '~/.local/share/tackroom/node_modules/.bin/tackroom',
      );
      assert.equal(
        callName(root, { HOME: '/home/ann', XDG_DATA_HOME: '/data/of ann' }, own('/data/of ann')),
        "'/data/of ann/tackroom/node_modules/.bin/tackroom'",
      );
    } finally {
      fs.rmSync(root, { recursive: true, force: true });
    }
  });
});
