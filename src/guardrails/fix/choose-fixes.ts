import { compareText } from '#kernel/compare-text.ts';
import type { Fix } from './find-fixes.ts';

/** The fixes that can be made at once: where two overlap, the one of the worse priority, then the outer or first. */
export function chooseFixes(fixes: readonly Fix[]): Fix[] {
  const chosen: Fix[] = [];
  for (const fix of fixes.toSorted(worstFirst)) if (!chosen.some((other) => overlap(fix, other))) chosen.push(fix);
  return chosen;
}

function worstFirst(a: Fix, b: Fix): number {
  return (
    compareText(a.finding.priority, b.finding.priority) ||
    a.span.start - b.span.start ||
    b.span.end - a.span.end ||
    compareText(a.finding.guardrail, b.finding.guardrail)
  );
}

/** Two that begin at one place overlap even if one of them is empty. */
function overlap({ span: a }: Fix, { span: b }: Fix): boolean {
  return a.start === b.start || (a.start < b.end && b.start < a.end);
}
