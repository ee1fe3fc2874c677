import { compareText } from '#kernel/compare-text.ts';
import type { Fix } from './find-fixes.ts';

/** The fixes that can be made at once: where two overlap, the one of the worse priority, then the outer or first. */
export function chooseFixes(fixes: readonly Fix[]): Fix[] {
  const chosen: Fix[] = []; // by place
  for (const fix of fixes.toSorted(worstFirst)) {
    const at = placeFor(fix, chosen);
    const [before, after] = [chosen[at - 1], chosen[at]];
    const isFree = (other: Fix | undefined) => other === undefined || !overlap(fix, other);
    if (isFree(before) && isFree(after)) chosen.splice(at, 0, fix);
  }
  return chosen;
}

/** Those chosen do not overlap, so only the two beside it can be in the way. */
function placeFor({ span }: Fix, chosen: readonly Fix[]): number {
  let low = 0;
  let high = chosen.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((chosen[middle]?.span.start ?? 0) < span.start) low = middle + 1;
    else high = middle;
  }
  return low;
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
