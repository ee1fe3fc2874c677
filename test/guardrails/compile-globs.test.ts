import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import picomatch from 'picomatch';
import { compileGlobs } from '#guardrails/compile-globs.ts';
import { matchesGlobs } from '#kernel/matches-globs.ts';

suite('globs', () => {
  const bad: [glob: string, message: RegExp, fix?: string][] = [
    ['!', /is empty/],
    [' ', /is empty/],
    ['/src/**', /begins with a slash/, 'Write "src/**".'],
    ['../other/**', /leads out of the repository/],
    ['src/', /ends with a slash/, 'Write "src/**" for all files below it.'],
    ['src/{a,b', /unbalanced \{/],
    ['src/a,b}', /unbalanced \}/],
    ['src/[ab', /unbalanced \[/],
    ['src/@(a|b', /not a glob/],
  ];
  for (const [glob, message, fix] of bad) {
    test(`${glob} is a mistake`, () => {
      const { problems } = compileGlobs(['src/**', glob]);
      assert.equal(problems.length, 1);
      assert.equal(problems[0]?.index, 1);
      assert.match(problems[0].message, message);
      assert.equal(problems[0].fix, fix);
    });
  }

  test('they match as the library does', () => {
    const part = fc.constantFrom('a', 'b', '*', '**', '*.ts', '{a,b}', '[ab]', '.c', '?', 'a.ts', '*.{ts,tsx}', '@(a|b)');
    const glob = fc
      .tuple(fc.constantFrom('', '!'), fc.array(part, { minLength: 1, maxLength: 4 }))
      .map(([not, parts]) => not + parts.join('/'));
    const path = fc
      .array(fc.constantFrom('a', 'b', 'a.ts', '.c', 'b.tsx', 'ab'), { minLength: 1, maxLength: 4 })
      .map((parts) => parts.join('/'));
    fc.assert(
      fc.property(fc.array(glob, { minLength: 1, maxLength: 3 }), path, (globs, one) => {
        const positive = globs.filter((each) => !each.startsWith('!'));
        const negative = globs.filter((each) => each.startsWith('!')).map((each) => each.slice(1));
        const is = (list: string[]) => list.some((each) => picomatch.isMatch(one, each, { dot: true }));
        const expected = (positive.length === 0 || is(positive)) && !is(negative);
        const { globs: compiled, problems } = compileGlobs(globs);
        assert.deepEqual(problems, []);
        assert.equal(matchesGlobs(compiled, one), expected, `${globs} on ${one}`);
      }),
    );
  });

  test('none match every file', () => {
    assert.ok(matchesGlobs(compileGlobs([]).globs, 'any/file'));
  });
});
