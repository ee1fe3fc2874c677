import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { findingSchema } from '#kernel/records/finding.ts';
import { FindingLines } from '../../../src/cli/render/finding-lines.ts';

/** Few texts, so that many findings have one in common. */
const text = fc.oneof(fc.constantFrom('one', 'two', ''), fc.string({ unit: 'binary' }));
const position = fc.record({ line: fc.integer({ min: 1, max: 9 }), column: fc.integer({ min: 1, max: 9 }) });
const finding = fc
  .record(
    {
      path: text,
      range: fc.record({ start: position, end: position }),
      guardrail: text,
      persona: text,
      bullet: text,
      priority: fc.constantFrom('P0', 'P1', 'P2', 'P3'),
      message: text,
      fix: text,
      runbook: text,
      source: fc.constantFrom('check', 'review', 'garden', 'gate'),
      baseline: fc.boolean(),
      fingerprint: text,
    },
    { requiredKeys: ['path', 'priority', 'message', 'source', 'baseline', 'fingerprint'] },
  )
  .map((one) => findingSchema.parse(one));

test('each finding is a line of JSON that says all of it', () => {
  fc.assert(
    fc.property(fc.array(fc.array(finding, { maxLength: 6 }), { maxLength: 3 }), (parts) => {
      const lines = new FindingLines();
      for (const findings of parts) {
        const said = lines.render(findings);
        assert.deepEqual(JSON.parse(`[${said}]`), findings);
        assert.equal(said === '' ? 0 : said.split('\n').length, findings.length);
      }
    }),
  );
});

test('the keys stand in the order of a finding that has just been found', () => {
  const range = { start: { line: 1, column: 2 }, end: { line: 3, column: 4 } };
  const common = { guardrail: 'g', priority: 'P1', message: 'm', fix: 'f', source: 'check', baseline: false } as const;
  const one = { path: 'a.ts', range, ...common, fingerprint: 'v3:a' };
  const other = { path: 'b.ts', ...common, fingerprint: 'v3:b' };
  assert.equal(new FindingLines().render([one, other]), `${JSON.stringify(one)},\n${JSON.stringify(other)}`);
});
