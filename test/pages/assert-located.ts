import assert from 'node:assert/strict';
import type { PageKind } from '#kernel/records/page.ts';
import { readPage } from '#pages/read-page.ts';
import { cpuMs } from '../cpu-ms.ts';

/** A page gives itself or a problem, in two seconds, and every problem is at a place that the page has. */
export function assertLocated(kind: PageKind, text: string): void {
  const begun = cpuMs();
  const { page, guardrail, problems } = readPage('harness/guardrails/fetch-deadline.md', kind, text);
  assert.ok(cpuMs() - begun < 2000, 'too slow');
  assert.ok(page !== undefined || problems.length > 0, 'neither a page nor a problem');
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n?|\n/);
  for (const { line, column, message } of problems) {
    assert.ok(line >= 1 && line <= lines.length + 1, `line ${line} of ${lines.length}: ${message}`);
    assert.ok(column >= 1 && column <= (lines[line - 1] ?? '').length + 1, `column ${column} of line ${line}: ${message}`);
  }
  // What was read must survive being kept: the hook's rules are JSON.
  JSON.stringify([page, guardrail]);
  assert.equal(Reflect.get({}, 'a'), undefined, 'a page reached the prototype of all objects');
}
