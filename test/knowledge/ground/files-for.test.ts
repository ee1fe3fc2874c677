import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import picomatch from 'picomatch';
import { filesFor } from '../../../src/knowledge/ground/files-for.ts';

const files = ['src/a.ts', 'src/ab.ts', 'src/b/a.tsx', 'web/a+b.ts', 'web/@x/a.ts', 'a.md', '.github/a.yml', 'src/(a)/b.ts'];

it('globs are for the files that the whole expression is for, although most are never compiled', () => {
  const piece = fc.constantFrom(
    'src',
    'web',
    'a',
    'b',
    '/',
    '*',
    '**',
    '?',
    '{a,b}',
    '@(a|b)',
    '+(a)',
    '!(a)',
    '[ab]',
    '.ts',
    './',
    '\\(a\\)',
    '.',
    '@x',
  );
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 6 }), (pieces) => {
      const glob = pieces.join('');
      fc.pre(!glob.startsWith('!'));
      assert.deepEqual(filesFor([glob], files), filesOf(glob), glob);
    }),
    { numRuns: 500 },
  );
});

function filesOf(glob: string): string[] {
  const matches = picomatch([glob], { dot: true });
  return files.filter((file) => matches(file));
}

it('a leading ! takes files out again', () => {
  assert.deepEqual(filesFor(['src/**', '!**/*.tsx'], files), ['src/a.ts', 'src/ab.ts', 'src/(a)/b.ts']);
});
