import type { BaselineEntry } from '#kernel/records/baseline.ts';
import type { CheckedFindings } from './checked-findings.ts';

/** Whether a check would have found the breach of an entry again, were it still there. */
export function wasLookedAt({ guardrail, path }: BaselineEntry, { absent, notRun }: Pick<CheckedFindings, 'absent' | 'notRun'>): boolean {
  return !(notRun.includes(guardrail) || absent.has(path));
}
