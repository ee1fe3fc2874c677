import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { globSchema } from '#kernel/records/glob.ts';

const good = [
  '**',
  '*.ts',
  'src/**/*.{ts,tsx}',
  '!**/*.test.ts',
  'app/(group)/page.tsx',
  'app/\\[id\\]/*',
  'a[!b]c',
  '.github/*',
  '@(a|b).md',
  'a..b/c',
];

const bad: [string, RegExp][] = [
  ['', /empty/],
  ['!', /empty/],
  [' src/**', /space/],
  ['/src/**', /write `src\/\*\*`/],
  ['./src/**', /write `src\/\*\*`/],
  ['src/../**', /lead out/],
  ['src/', /write `src\/\*\*`/],
  ['src\\a.ts', /forward slashes/],
  ['!!src/**', /at most one !/],
  ['src/{a,b', /`{` that is never closed/],
  ['src/a}', /`}` that nothing opens/],
  ['src/[a', /`\[` that is never closed/],
  ['a\nb', /one line/],
  ['x'.repeat(1001), /longer/],
];

describe('globs', () => {
  for (const glob of good) it(`${glob} is one`, () => assert.equal(globSchema.safeParse(glob).success, true));
  for (const [glob, why] of bad) {
    it(`${JSON.stringify(glob).slice(0, 30)} is none`, () => {
      assert.match(globSchema.safeParse(glob).error?.issues[0]?.message ?? 'accepted', why);
    });
  }
});
