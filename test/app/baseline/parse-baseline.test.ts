import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { BaselineError } from '#app/baseline/errors.ts';
import { parseBaseline } from '#app/baseline/parse-baseline.ts';
import { renderBaseline } from '#app/baseline/render-baseline.ts';
import { type BaselineEntry, baselineSchema } from '#kernel/records/baseline.ts';

const entry: BaselineEntry = { path: 'src/a.ts', guardrail: 'no-eval', fingerprint: 'v3:0' };
const entries = fc.uniqueArray(
  fc.record(
    { path: fc.string(), guardrail: fc.string(), fingerprint: fc.string(), count: fc.integer({ min: 2 }) },
    { requiredKeys: ['path', 'guardrail', 'fingerprint'] },
  ),
  { selector: ({ path, guardrail, fingerprint }) => JSON.stringify([path, guardrail, fingerprint]) },
);

suite('a baseline', () => {
  test('reads back as it was written, in any order, and as its schema says', () => {
    fc.assert(
      fc.property(entries, (some) => {
        const text = renderBaseline(some);
        const read = parseBaseline(text);
        assert.equal(renderBaseline(read), text);
        assert.equal(renderBaseline(some.toReversed()), text);
        assert.deepEqual(baselineSchema.parse(JSON.parse(text)).accepted, read);
      }),
    );
  });

  test('is what the published schema calls one, and nothing else is', () => {
    const text = fc.constantFrom<unknown>('a', 1);
    const fields = { path: text, guardrail: text, fingerprint: text, count: fc.constantFrom<unknown>(1, 2, 2.5, '2'), more: text };
    const nearly = fc.record(fields, { requiredKeys: ['path', 'guardrail', 'fingerprint'] });
    const whole = { version: fc.constantFrom<unknown>(1, 1, 2), accepted: fc.array(nearly), $schema: text };
    const both = fc.oneof(fc.jsonValue(), fc.record(whole, { requiredKeys: ['version'] }));
    fc.assert(
      fc.property(both, (data) => assert.equal(reads(JSON.stringify(data)), baselineSchema.safeParse(data).success, JSON.stringify(data))),
    );
  });

  test('has one entry a line, sorted by path', () => {
    const text = renderBaseline([{ ...entry, path: 'src/b.ts', count: 2 }, entry]);
    assert.equal(
      text,
      [
        '{',
        '  "version": 1,',
        '  "accepted": [',
        '    {"path":"src/a.ts","guardrail":"no-eval","fingerprint":"v3:0"},',
        '    {"path":"src/b.ts","guardrail":"no-eval","fingerprint":"v3:0","count":2}',
        '  ]',
        '}',
        '',
      ].join('\n'),
    );
  });

  test('a mistake is said with its line and what to do', () => {
    const good = renderBaseline([entry, { ...entry, path: 'src/b.ts' }]);
    const line = (text: string) => {
      try {
        parseBaseline(text);
      } catch (error) {
        assert.ok(error instanceof BaselineError);
        assert.ok(error.fix?.includes('--update-baseline'));
        return [error.facts.line, error.message.replace(/^.*the baseline /, '')];
      }
      return assert.fail('read');
    };
    assert.deepEqual(line(good.replace('"version": 1', '"version": 2')), [2, 'has version 2; this Tackroom reads 1.']);
    assert.deepEqual(line(good.replace('"path":"src/b.ts"', '"path":7')), [5, 'has an entry without a path, guardrail or fingerprint.']);
    assert.deepEqual(line(good.replace('"src/b.ts",', '"src/b.ts",,')), [5, 'is no JSON.']);
    assert.deepEqual(line(good.slice(0, -8)), [5, 'is no JSON.']);
    assert.deepEqual(line(good.replace('    {"path":"src/b.ts"', '<<<<<<< HEAD\n    {"path":"src/b.ts"')), [5, 'holds a merge conflict.']);
    assert.deepEqual(line(''), [1, 'is no JSON.']);
  });

  test('an entry that a merge left twice counts once', () => {
    const text = renderBaseline([entry]).replace(/^( {4}.*)$/m, '$1,\n$1');
    assert.deepEqual(parseBaseline(text), [entry]);
  });
});

function reads(text: string): boolean {
  try {
    parseBaseline(text);
    return true;
  } catch (error) {
    if (error instanceof BaselineError) return false;
    throw error;
  }
}
