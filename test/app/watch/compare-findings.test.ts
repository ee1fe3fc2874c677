import assert from 'node:assert/strict';
import { it } from 'node:test';
import { compareFindings } from '#app/watch/compare-findings.ts';
import type { Finding } from '#kernel/records/finding.ts';

const finding = (path: string, fingerprint: string, line = 1): Finding => ({
  path,
  range: { start: { line, column: 1 }, end: { line, column: 2 } },
  guardrail: 'g',
  priority: 'P1',
  message: 'm',
  source: 'check',
  baseline: false,
  fingerprint,
});

it('what came and what went is told, and not what moved, stayed, or has an equal', () => {
  const [stays, goes, moves] = [finding('a.ts', 'v2:1'), finding('a.ts', 'v2:2'), finding('b.ts', 'v2:1')];
  const comes = finding('c.ts', 'v2:2');
  const moved = finding('b.ts', 'v2:1', 7);
  assert.deepEqual(compareFindings([stays, goes, moves], [stays, moved, comes]), { appeared: [comes], gone: [goes] });
  assert.deepEqual(compareFindings([stays], [finding('a.ts', 'v2:1'), finding('a.ts', 'v2:1', 3)]).appeared.length, 1);
  assert.deepEqual(compareFindings([], []), { appeared: [], gone: [] });
});
