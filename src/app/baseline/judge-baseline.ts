import type { BaselineEntry } from '#kernel/records/baseline.ts';
import type { Finding } from '#kernel/records/finding.ts';
import { type Accepted, acceptFindings } from './accept-findings.ts';
import type { BaselineWish } from './baseline-wish.ts';
import type { CheckedFindings } from './checked-findings.ts';
import { countBreaches } from './count-breaches.ts';
import { growthFinding } from './growth-finding.ts';
import { limitGrowth } from './limit-growth.ts';
import type { OpenBaselines } from './open-baselines.ts';
import { updateBaseline } from './update-baseline.ts';
import { wasLookedAt } from './was-looked-at.ts';

export interface JudgedFindings {
  /** All of them, accepted ones marked; and one of the baseline itself where it grew. */
  findings: Finding[];
  accepted: number;
  /** Lines about the baseline for whoever reads. */
  notes: string[];
}

/** Tells accepted findings from new ones, holds that the baseline only shrinks, and writes it anew where that is wished. */
export function judgeBaseline(
  { open, base }: OpenBaselines,
  { root, wish, ...checked }: CheckedFindings & { root: string; wish: BaselineWish },
): JudgedFindings {
  if (!(open.exists || wish.update)) return { findings: [...checked.findings], accepted: 0, notes: [] };
  const judged = acceptFindings(checked.findings, open.entries, open.renames);
  if (wish.update) {
    const updated = updateBaseline(root, { ...open, ...checked }, base);
    return toResult(acceptFindings(checked.findings, updated.entries), updated.notes);
  }
  const { excess } = limitGrowth(moved(open.entries, open.renames), base);
  const grown = excess.length === 0 ? [] : [growthFinding(excess)];
  return toResult({ ...judged, findings: [...grown, ...judged.findings] }, goneNotes(judged.gone, checked));
}

function moved(entries: readonly BaselineEntry[], renames: ReadonlyMap<string, string>): BaselineEntry[] {
  return entries.map((entry) => ({ ...entry, path: renames.get(entry.path) ?? entry.path }));
}

function toResult({ findings }: Pick<Accepted, 'findings'>, notes: string[]): JudgedFindings {
  return { findings, accepted: findings.filter(({ baseline }) => baseline).length, notes };
}

function goneNotes(gone: readonly BaselineEntry[], checked: Omit<CheckedFindings, 'findings'>): string[] {
  const certain = checked.whole ? gone.filter((entry) => wasLookedAt(entry, checked)) : [];
  const count = countBreaches(certain);
  if (count === 0) return [];
  const what = count === 1 ? '1 accepted breach is' : `${count} accepted breaches are`;
  return [`baseline: ${what} gone. So that none comes back unseen: tackroom check --update-baseline`];
}
