import assert from 'node:assert/strict';
import { it } from 'node:test';
import picomatch from 'picomatch';
import { regexGlobs } from '#app/guardrail/import/regex-globs.ts';

const paths = [
  'src/domain/a.ts',
  'src/domains.ts',
  'src/domain.ts',
  'src/model/b/c.ts',
  'src/log.ts',
  'src/logXts',
  'src/x/index.ts',
  'srcs/a.ts',
  'a.ts',
];

it('globs match exactly what the regular expression matches', () => {
  for (const source of [
    '^src/',
    '^src',
    '^src/domain',
    '^src/(?:domain|model)/',
    '^src/log[.]ts$',
    '^src/log\\.ts$',
    '^src/[^/]+/index\\.ts$',
    '^(src)/x/',
  ]) {
    const globs = regexGlobs(source);
    assert.ok(globs !== undefined, source);
    const byGlob = paths.filter((path) => picomatch.isMatch(path, globs, { dot: true }));
    assert.deepEqual(
      byGlob,
      paths.filter((path) => new RegExp(source).test(path)),
      source,
    );
  }
});

it('what is no glob is not made one', () => {
  for (const source of [
    'src/',
    '[.]spec[.]ts$',
    '^src/([^/]+)/',
    '^src/.*/a',
    '^src/(?!x)',
    '^src/log.ts$',
    '^node_modules/x',
    '^src/a|^b/',
    '^',
  ]) {
    assert.equal(regexGlobs(source), undefined, source);
  }
});
