import type { Measures } from './measure.ts';

/**
 * What is over the limit and not accepted, or is accepted and need not be. The baseline may only shrink: a place that got
 * better must be entered anew, lower, or be taken out.
 */
export function compareBaseline(measures: Measures, limit: number, accepted: Measures): string[] {
  const over = Object.entries(measures).flatMap(([place, value]) => {
    const allowed = accepted[place] ?? limit;
    return value > limit && value > allowed ? [`${place} has ${value}; at most ${allowed}`] : [];
  });
  const stale = Object.entries(accepted).flatMap(([place, allowed]) => {
    const value = measures[place] ?? 0;
    if (value <= limit) return [`${place} is within the limit: take it out of test/house/baseline.json`];
    return value < allowed ? [`${place} went down to ${value}: lower it in test/house/baseline.json`] : [];
  });
  return [...over, ...stale];
}
