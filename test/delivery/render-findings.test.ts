import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { renderFindings } from '#delivery/render-findings.ts';
import type { Finding } from '#kernel/records/finding.ts';

function finding(about: Partial<Finding> = {}): Finding {
  return {
    guardrail: 'fetch-deadline',
    priority: 'P1',
    path: 'src/api.ts',
    range: { start: { line: 12, column: 9 }, end: { line: 12, column: 20 } },
    message: 'A call without a deadline hangs the caller.',
    fix: 'Pass `signal`.',
    source: 'check',
    fingerprint: 'v1:1',
    baseline: false,
    ...about,
  };
}

const options = { maxChars: 1600, seeMore: 'npx tackroom check' };

test('nothing found is nothing said', () => {
  assert.equal(renderFindings([], options), '');
});

test('the count comes first, then the worst, then each remedy once', () => {
  const text = renderFindings(
    [
      finding({
        guardrail: 'no-console',
        priority: 'P2',
        message: 'Logs go\n  through the logger.',
        fix: 'Use log.',
        runbook: 'harness/runbooks/logs.md',
      }),
      finding(),
      finding({ path: 'src/b.ts' }),
      finding({ guardrail: 'needs-test', priority: 'P2', path: 'src/c.ts', range: undefined, fix: undefined } as Partial<Finding>),
    ],
    options,
  );
  assert.equal(
    text,
    [
      'Tackroom: 4 findings (2 P1, 2 P2)',
      'P1 src/api.ts:12:9 A call without a deadline hangs the caller. [fetch-deadline]',
      'P1 src/b.ts:12:9 A call without a deadline hangs the caller. [fetch-deadline]',
      'P2 src/api.ts:12:9 Logs go through the logger. [no-console]',
      'P2 src/c.ts A call without a deadline hangs the caller. [needs-test]',
      'Fix [fetch-deadline]: Pass `signal`.',
      'Fix [no-console]: Use log. Runbook: harness/runbooks/logs.md',
    ].join('\n'),
  );
});

test('what does not fit is cut by priority, whole findings at a time, and said', () => {
  const many = Array.from({ length: 40 }, (_, i) => finding({ priority: i < 3 ? 'P1' : 'P2', path: `src/file-${i}.ts` }));
  const text = renderFindings(many, options);
  const lines = text.split('\n');
  assert.ok(text.length <= 1600);
  assert.equal(lines[0], 'Tackroom: 40 findings (3 P1, 37 P2)');
  assert.deepEqual(
    lines.slice(1, 4).map((line) => line.slice(0, 2)),
    ['P1', 'P1', 'P1'],
  );
  const shown = lines.filter((line) => /^P[12] /.test(line)).length;
  assert.equal(lines.at(-1), `${40 - shown} more left out. See all: npx tackroom check`);
});

test('no text is longer than allowed, no finding is cut in its middle, and the worst is always said', () => {
  const anyFinding = fc.record({
    message: fc.string({ maxLength: 400 }),
    path: fc.string({ minLength: 1, maxLength: 80 }),
    priority: fc.constantFrom('P0' as const, 'P1' as const, 'P2' as const),
    fix: fc.string({ maxLength: 3000 }),
  });
  fc.assert(
    fc.property(fc.array(anyFinding, { maxLength: 60 }), fc.integer({ min: 200, max: 2000 }), (parts, maxChars) => {
      const text = renderFindings(
        parts.map((part) => finding(part)),
        { ...options, maxChars },
      );
      const told = text.split('\n').filter((line) => line.endsWith('[fetch-deadline]')).length;
      assert.ok(text.length <= maxChars || told === 1, `${text.length} > ${maxChars}`);
      assert.ok(told > 0 || parts.length === 0);
      for (const line of text.split('\n')) if (/^P\d /.test(line)) assert.ok(line.endsWith('[fetch-deadline]'));
    }),
    { numRuns: 300 },
  );
});
