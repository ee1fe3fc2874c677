import type { Finding } from '#kernel/records/finding.ts';

/** Order in which findings are read: priority, then path, then place. Codes, not locales: the same on every machine. */
export function worstFirst(a: Finding, b: Finding): number {
  return (
    compare(a.priority, b.priority) ||
    compare(a.path, b.path) ||
    (a.range?.start.line ?? 0) - (b.range?.start.line ?? 0) ||
    (a.range?.start.column ?? 0) - (b.range?.start.column ?? 0) ||
    compare(a.guardrail ?? '', b.guardrail ?? '')
  );
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
