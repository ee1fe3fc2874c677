import { compareText } from './compare-text.ts';
import type { Finding } from './records/finding.ts';

/** Order in which findings are read: priority, then path, then place. */
export function worstFirst(a: Finding, b: Finding): number {
  return (
    compareText(a.priority, b.priority) ||
    compareText(a.path, b.path) ||
    (a.range?.start.line ?? 0) - (b.range?.start.line ?? 0) ||
    (a.range?.start.column ?? 0) - (b.range?.start.column ?? 0) ||
    compareText(a.guardrail ?? '', b.guardrail ?? '')
  );
}
