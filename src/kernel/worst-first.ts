import { compareText } from './compare-text.ts';
import { groupBy } from './group-by.ts';
import type { Finding } from './records/finding.ts';

/**
 * Findings in the order in which they are read: priority, then path, then place. They nearly always come in the order of paths: parted by
 * priority they are sorted by one look at each, where as a whole twenty thousand took ten looks each.
 */
export function worstFirst(findings: readonly Finding[]): Finding[] {
  const byPriority = [...groupBy(findings, ({ priority }) => priority)].sort(([a], [b]) => compareText(a, b));
  return byPriority.flatMap(([, group]) => group.sort(byPlace));
}

function byPlace(a: Finding, b: Finding): number {
  return (
    compareText(a.path, b.path) ||
    (a.range?.start.line ?? 0) - (b.range?.start.line ?? 0) ||
    (a.range?.start.column ?? 0) - (b.range?.start.column ?? 0) ||
    compareText(a.guardrail ?? '', b.guardrail ?? '')
  );
}
