import { type Comparison, identity } from './compare-findings.ts';
import type { SessionLedger } from './session-ledger.ts';

/**
 * Agents run tools side by side, and so do their hooks: each reads the spool before the others have written. So that
 * nothing is said or counted twice, a hook first claims what it found, then reads the spool again: the order of the
 * file decides, and nobody waits for anybody.
 */
export function claimKeys({ unsaid, hits, fixed }: Comparison): string[] {
  return [
    ...unsaid.map((finding) => `say:${identity(finding)}`),
    ...hits.map((finding) => `hit:${identity(finding)}`),
    ...fixed.map(({ fingerprint }) => `fix:${fingerprint}`),
  ];
}

/** The part of a comparison that this call was the first to claim. `ledger` was read after the claim was written. */
export function keepWon(comparison: Comparison, call: string, ledger: SessionLedger): Comparison {
  const won = (key: string) => ledger.claims.get(key)?.call === call;
  return {
    unsaid: comparison.unsaid.filter((finding) => won(`say:${identity(finding)}`)),
    hits: comparison.hits.filter((finding) => won(`hit:${identity(finding)}`)),
    fixed: comparison.fixed.filter(({ fingerprint }) => won(`fix:${fingerprint}`)),
  };
}
