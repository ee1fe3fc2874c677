import { compareText } from '#kernel/compare-text.ts';
import type { BaselineEntry } from '#kernel/records/baseline.ts';

/** A baseline as it stands in its file: sorted, one entry a line, so that two branches that shrink it merge. */
export function renderBaseline(entries: readonly BaselineEntry[]): string {
  const lines = entries.toSorted(byPlace).map(({ path, guardrail, fingerprint, count }) => {
    return `    ${JSON.stringify({ path, guardrail, fingerprint, ...(count === undefined || count < 2 ? {} : { count }) })}`;
  });
  return `{\n  "version": 1,\n  "accepted": [${lines.length === 0 ? '' : `\n${lines.join(',\n')}\n  `}]\n}\n`;
}

function byPlace(a: BaselineEntry, b: BaselineEntry): number {
  return compareText(a.path, b.path) || compareText(a.guardrail, b.guardrail) || compareText(a.fingerprint, b.fingerprint);
}
