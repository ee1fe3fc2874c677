import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { regexMutants } from '#guardrails/regex/regex-mutants.ts';

suite('alternatives of a regular expression', () => {
  test('each is left out in turn', () => {
    assert.deepEqual(regexMutants('foo|b(a|r)', 'javascript'), [
      { alternative: 'foo', source: 'b(a|r)' },
      { alternative: 'b(a|r)', source: 'foo' },
    ]);
  });

  test('of one group between edges too', () => {
    assert.deepEqual(
      regexMutants('^(?:foo|bar|baz)$', 'javascript').map(({ source }) => source),
      ['^(?:bar|baz)$', '^(?:foo|baz)$', '^(?:foo|bar)$'],
    );
  });

  test('an expression without alternatives, or not understood, has none', () => {
    assert.deepEqual(regexMutants('foo', 'javascript'), []);
    assert.deepEqual(regexMutants('(?i)foo|bar', 'rust'), []);
  });
});
