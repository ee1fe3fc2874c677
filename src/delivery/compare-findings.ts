import type { Finding } from '#kernel/records/finding.ts';
import type { SpoolEvent } from '#kernel/records/spool-event.ts';
import type { SessionLedger } from './session-ledger.ts';

/** What a fresh look at some files means for a session: what is new to it, and what the spool should learn. */
export interface Comparison {
  /** Findings that were not said in this context window. */
  unsaid: Finding[];
  /** Findings the session did not know of. */
  hits: Finding[];
  /** Findings it knew of in these files that are gone. */
  fixed: { guardrail: string; path: string; fingerprint: string }[];
}

/** `paths` are the files that were looked at: what was open in them and is not found any more has been mended. */
export function compareFindings(findings: readonly Finding[], paths: readonly string[], ledger: SessionLedger): Comparison {
  const seen = new Set(findings.map((finding) => identity(finding)));
  const looked = new Set(paths);
  return {
    unsaid: findings.filter((finding) => !ledger.told.has(identity(finding))),
    hits: findings.filter((finding) => !ledger.open.has(identity(finding))),
    fixed: [...ledger.open].flatMap(([fingerprint, { guardrail, path }]) =>
      looked.has(path) && !seen.has(fingerprint) ? [{ guardrail, path, fingerprint }] : [],
    ),
  };
}

/** What the spool should learn of it. */
export function comparisonEvents({ hits, fixed }: Comparison): SpoolEvent[] {
  return [...hits.map(hit), ...fixed.map((one): SpoolEvent => ({ type: 'fixed', ...one }))];
}

/** Fingerprints hold no path, so the same breach in two files of one session would be one: here they are two. */
export function identity(finding: Finding): string {
  return `${finding.fingerprint}@${finding.path}`;
}

function hit(finding: Finding): SpoolEvent {
  return {
    type: 'hit',
    guardrail: finding.guardrail ?? '',
    priority: finding.priority,
    path: finding.path,
    fingerprint: identity(finding),
  };
}
