import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { foldersAbove } from '#guardrails/report/folders-above.ts';
import { placePaths } from '#guardrails/report/place-paths.ts';

const files = ['index.ts', 'src/a.ts', 'src/b.ts', 'packages/web/src/a.ts', 'packages/web/src/c.ts', 'lib/index.ts'];

function place(written: string[], rest: { root?: string; bases?: string[] } = {}): (string | undefined)[] {
  const placed = placePaths(written, { isFile: (path) => files.includes(path), bases: [''], ...rest });
  return written.map((path) => placed.get(path));
}

suite('paths of reports', () => {
  test('relative, with dots, with backslashes', () => {
    assert.deepEqual(place(['src/a.ts', './src/a.ts', 'src\\b.ts', 'lib/../src/b.ts', 'src/none.ts', '']), [
      ...['src/a.ts', 'src/a.ts', 'src/b.ts', 'src/b.ts'],
      ...[undefined, undefined],
    ]);
  });

  test('absolute in this worktree, as paths and as URIs', () => {
    assert.deepEqual(place(['/repo/src/a.ts', 'file:///repo/src/b.ts', '/repo/none.ts'], { root: '/repo' }), [
      'src/a.ts',
      'src/b.ts',
      undefined,
    ]);
    assert.deepEqual(place(['file:///C:/repo/src/a.ts', 'c:\\repo\\x.ts'], { root: 'C:\\repo' }), ['src/a.ts', undefined]);
  });

  test('absolute on another machine: what most have in front is its checkout', () => {
    assert.deepEqual(place(['/home/ci/app/src/a.ts', '/home/ci/app/index.ts', '/home/ci/app/lib/index.ts']), [
      'src/a.ts',
      'index.ts',
      'lib/index.ts',
    ]);
    assert.deepEqual(place(['D:\\a\\app\\src\\a.ts', 'D:\\a\\app\\src\\b.ts']), ['src/a.ts', 'src/b.ts']);
    assert.deepEqual(place(['/ci/packages/web/src/a.ts', '/ci/packages/web/src/c.ts']), ['packages/web/src/a.ts', 'packages/web/src/c.ts']);
  });

  test('relative to the package whose report it is', () => {
    const bases = foldersAbove('packages/web/coverage/lcov.info');
    assert.deepEqual(bases, ['', 'packages/web/coverage', 'packages/web', 'packages']);
    assert.deepEqual(place(['src/c.ts'], { bases }), ['packages/web/src/c.ts']);
  });

  test('installed code is never ours', () => {
    assert.deepEqual(place(['/ci/node_modules/x/index.ts', 'node_modules/x/../../src/a.ts']), [undefined, 'src/a.ts']);
  });
});
