import type { BaselineEntry } from '#kernel/records/baseline.ts';
import type { Finding } from '#kernel/records/finding.ts';
import { resolveInside } from '#platform/files/read-inside.ts';
import { acceptFindings } from '../baseline/accept-findings.ts';
import { readBaseline } from '../baseline/read-baseline.ts';

/** The findings that were not accepted before. The baseline is read only when something was found. */
export function dropAccepted(findings: readonly Finding[], root: string): Finding[] {
  if (findings.length === 0) return [];
  const entries = readBaseline(root);
  return acceptFindings(findings, entries, followRenames(findings, entries, root)).findings.filter(({ baseline }) => !baseline);
}

/**
 * An agent waits, so git is not asked: where a file is gone and a breach of it turns up elsewhere, it was renamed.
 * `tackroom check` looks closer.
 */
function followRenames(findings: readonly Finding[], entries: readonly BaselineEntry[], root: string): Map<string, string> {
  const found = new Map(findings.map(({ fingerprint, path: file }) => [fingerprint, file]));
  const lost = entries.flatMap(({ fingerprint, path: before }): [string, string][] => {
    const now = found.get(fingerprint);
    return now === undefined || now === before || resolveInside(root, before) !== undefined ? [] : [[before, now]];
  });
  return new Map(lost);
}
