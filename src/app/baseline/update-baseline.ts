import { groupBy } from '#kernel/group-by.ts';
import type { BaselineEntry } from '#kernel/records/baseline.ts';
import type { Finding } from '#kernel/records/finding.ts';
import { openTarget, stageWrite } from '#platform/files/write-files.ts';
import { acceptFindings, withCount } from './accept-findings.ts';
import { baselinePath } from './baseline-path.ts';
import type { CheckedFindings } from './checked-findings.ts';
import { countBreaches } from './count-breaches.ts';
import { BaselineError } from './errors.ts';
import { type BaseBaseline, limitGrowth } from './limit-growth.ts';
import type { OpenBaseline } from './open-baseline.ts';
import { renderBaseline } from './render-baseline.ts';
import { wasLookedAt } from './was-looked-at.ts';

/** Writes what is found now into the baseline, as far as `base` lets it grow, and takes out what is gone. */
export function updateBaseline(
  root: string,
  about: OpenBaseline & CheckedFindings,
  base: BaseBaseline | undefined,
): { entries: BaselineEntry[]; notes: string[] } {
  requireWhole(about);
  const { within, excess } = limitGrowth(toEntries(about.findings), base);
  const kept = about.entries.filter((entry) => !wasLookedAt(entry, about));
  const entries = [...within, ...kept];
  if (about.exists || entries.length > 0) writeBaseline(root, entries);
  return { entries, notes: [summary(entries, about), ...excessNotes(excess)] };
}

/** What was not looked at would count as gone. */
function requireWhole({ whole }: CheckedFindings): void {
  if (whole) return;
  throw new BaselineError(`${baselinePath} was left as it is: a guardrail could not be run to its end.`, {
    code: 'baseline-incomplete',
    fix: 'Run `tackroom check`, mend what it says failed, and update the baseline then.',
  });
}

function toEntries(findings: readonly Finding[]): BaselineEntry[] {
  const groups = groupBy(findings, ({ path, guardrail = '', fingerprint }) => JSON.stringify({ path, guardrail, fingerprint }));
  return [...groups.values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : withCount({ ...first, guardrail: first.guardrail ?? '' }, others.length + 1),
  );
}

function writeBaseline(root: string, entries: readonly BaselineEntry[]): void {
  const target = openTarget(root, baselinePath);
  const text = renderBaseline(entries);
  if (target.text !== text) stageWrite(target, text).commit();
}

function summary(entries: readonly BaselineEntry[], { findings, ...before }: OpenBaseline & CheckedFindings): string {
  const seen = before.entries.filter((entry) => wasLookedAt(entry, before));
  const { kept, gone } = acceptFindings(findings, seen, before.renames);
  const unseen = countBreaches(before.entries) - countBreaches(seen);
  const added = countBreaches(entries) - countBreaches(kept) - unseen;
  const files = new Set(entries.map(({ path }) => path)).size;
  const changes = [...(added > 0 ? [`${added} more`] : []), ...(gone.length > 0 ? [`${countBreaches(gone)} gone`] : [])];
  const count = countBreaches(entries);
  const what = `${count === 1 ? '1 breach' : `${count} breaches`} accepted in ${files === 1 ? '1 file' : `${files} files`}`;
  return `baseline: ${what}${changes.length === 0 ? '' : ` (${changes.join(', ')})`}.`;
}

function excessNotes(excess: readonly BaselineEntry[]): string[] {
  const count = countBreaches(excess);
  if (count === 0) return [];
  return [
    `${count === 1 ? '1 new breach was' : `${count} new breaches were`} not accepted: the baseline may only shrink. Mend what is reported; only a person may accept it, with --allow-baseline-growth.`,
  ];
}
