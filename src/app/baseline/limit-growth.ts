import type { BaselineEntry } from '#kernel/records/baseline.ts';
import { withCount } from './accept-findings.ts';

/** The baseline that a change starts from. */
export interface BaseBaseline {
  entries: readonly BaselineEntry[];
  /** Guardrails that were there: what a new one finds on its first day may be accepted. */
  guardrails: ReadonlySet<string>;
  /** What files of then are called now. */
  renames: ReadonlyMap<string, string>;
}

/** Parts entries into those that a baseline may have, which may only shrink, and those by which it would grow. */
export function limitGrowth(
  entries: readonly BaselineEntry[],
  base: BaseBaseline | undefined,
): { within: BaselineEntry[]; excess: BaselineEntry[] } {
  if (base === undefined) return { within: [...entries], excess: [] };
  const budgets = new Map<string, number>();
  for (const entry of base.entries) {
    const key = keyOf({ ...entry, path: base.renames.get(entry.path) ?? entry.path });
    budgets.set(key, (budgets.get(key) ?? 0) + (entry.count ?? 1));
  }
  const parted = entries.map((entry) => {
    const count = entry.count ?? 1;
    const most = base.guardrails.has(entry.guardrail) ? (budgets.get(keyOf(entry)) ?? 0) : count;
    return { entry, within: Math.min(count, most), excess: Math.max(0, count - most) };
  });
  return {
    within: parted.flatMap(({ entry, within }) => withCount(entry, within)),
    excess: parted.flatMap(({ entry, excess }) => withCount(entry, excess)),
  };
}

function keyOf({ path, guardrail, fingerprint }: BaselineEntry): string {
  return `${guardrail}\0${fingerprint}\0${path}`;
}
