import type { BaselineEntry } from '#kernel/records/baseline.ts';

/** How many breaches entries stand for. */
export function countBreaches(entries: readonly BaselineEntry[]): number {
  return entries.reduce((total, { count }) => total + (count ?? 1), 0);
}
