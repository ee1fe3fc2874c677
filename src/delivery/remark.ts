import type { SessionLedger } from './session-ledger.ts';

/** Something to say that is no finding, once a context window. */
export interface Remark {
  /** What ledger and claims know it by. */
  key: string;
  text: string;
}

export function unsaidRemarks(remarks: readonly Remark[], ledger: SessionLedger): Remark[] {
  return remarks.filter(({ key }) => !ledger.told.has(key));
}

/** A line each, the first few; empty without remarks. */
export function renderRemarks(remarks: readonly Remark[]): string {
  const shown = remarks.slice(0, mostAtOnce).map(({ text }) => `Tackroom: ${text.replace(/\s+/g, ' ')}`);
  return [...shown, ...(remarks.length > mostAtOnce ? [`Tackroom: and ${remarks.length - mostAtOnce} more like these.`] : [])].join('\n');
}

const mostAtOnce = 5;
