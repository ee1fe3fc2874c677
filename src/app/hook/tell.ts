import { compareFindings, comparisonEvents, identity } from '#delivery/compare-findings.ts';
import type { SessionLedger } from '#delivery/session-ledger.ts';
import type { Finding } from '#kernel/records/finding.ts';
import type { SpoolEvent } from '#kernel/records/spool-event.ts';
import type { Look } from './look.ts';

/** What a look at files adds to the spool at a moment when no other hook of the session runs. */
export function weigh(look: Look, paths: readonly string[], ledger: SessionLedger): { unsaid: Finding[]; events: SpoolEvent[] } {
  const comparison = compareFindings(look.findings, paths, ledger);
  return { unsaid: comparison.unsaid, events: [...comparisonEvents(comparison), ...look.faults] };
}

/** The record of something said; `keys` are what the ledger is to know besides the findings. */
export function delivery(moment: string, text: string, about: { findings: readonly Finding[]; keys?: readonly string[] }): SpoolEvent {
  const { findings, keys = [] } = about;
  return {
    type: 'delivery',
    moment,
    fingerprints: [...findings.map(identity), ...keys],
    text,
    guardrails: [...new Set(findings.flatMap((finding) => finding.guardrail ?? []))],
  };
}
