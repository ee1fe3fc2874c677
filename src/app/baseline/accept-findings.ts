import type { BaselineEntry } from '#kernel/records/baseline.ts';
import type { Finding } from '#kernel/records/finding.ts';

export interface Accepted {
  /** All of them in the order given; `baseline` is true where the breach was accepted. */
  findings: Finding[];
  /** Entries as the files are called now, without what no finding answered to. */
  kept: BaselineEntry[];
  /** What no finding answered to. */
  gone: BaselineEntry[];
}

/**
 * Marks the findings that a baseline accepts. An entry speaks for as many findings of its path as it counts, and for
 * none elsewhere; `renames` leads from the names of files that are gone to those they have now.
 */
export function acceptFindings(
  findings: readonly Finding[],
  entries: readonly BaselineEntry[],
  renames: ReadonlyMap<string, string> = new Map(),
): Accepted {
  const budgets = new Map<string, { entry: BaselineEntry; left: number }>();
  for (const entry of entries) {
    const moved = { ...entry, path: renames.get(entry.path) ?? entry.path };
    const known = budgets.get(keyOf(moved));
    budgets.set(keyOf(moved), { entry: moved, left: (known?.left ?? 0) + (entry.count ?? 1) });
  }
  const whole = new Map([...budgets].map(([key, { left }]) => [key, left]));
  const marked = findings.map((finding) => {
    const budget = budgets.get(keyOf(finding));
    if (budget === undefined || budget.left === 0) return finding;
    budget.left--;
    return { ...finding, baseline: true };
  });
  const counted = [...budgets].map(([key, { entry, left }]) => ({ entry, left, used: (whole.get(key) ?? 0) - left }));
  return {
    findings: marked,
    kept: counted.flatMap(({ entry, used }) => withCount(entry, used)),
    gone: counted.flatMap(({ entry, left }) => withCount(entry, left)),
  };
}

export function withCount({ path, guardrail, fingerprint }: BaselineEntry, count: number): BaselineEntry[] {
  if (count === 0) return [];
  return [{ path, guardrail, fingerprint, ...(count === 1 ? {} : { count }) }];
}

function keyOf({ path, guardrail, fingerprint }: Pick<Finding, 'path' | 'guardrail' | 'fingerprint'>): string {
  return `${guardrail}\0${fingerprint}\0${path}`;
}
