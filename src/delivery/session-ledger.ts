import type { SpoolRecord } from '#kernel/records/spool-event.ts';

/** What one agent session has done and been told, folded from its spool records. */
export interface SessionLedger {
  /** Files it wrote, relative to the worktree. */
  touched: Set<string>;
  /** Findings that are open as far as this session knows: fingerprint to where. */
  open: Map<string, { guardrail: string; path: string }>;
  /** Fingerprints and notes said in the context window that is open now. */
  told: Set<string>;
  /** Fingerprints it was let go with; they do not hold again. */
  released: Set<string>;
  /** Times it was held since it last stopped. */
  holds: number;
  /** Tool calls that began and when, by their id. */
  began: Map<string, { at: number; head?: string }>;
  lastAt: number;
}

export function readLedger(records: readonly SpoolRecord[]): SessionLedger {
  const ledger: SessionLedger = { touched: new Set(), open: new Map(), told: new Set(), released: new Set(), holds: 0, began: new Map(), lastAt: 0 };
  for (const record of records) {
    apply(ledger, record);
    ledger.lastAt = record.at;
  }
  return ledger;
}

function apply(ledger: SessionLedger, record: SpoolRecord): void {
  switch (record.type) {
    case 'session':
      if (record.source !== 'resume') ledger.told.clear(); // a resumed session still has its context
      break;
    case 'tool':
      ledger.began.set(record.toolUseId, record.head === undefined ? { at: record.at } : { at: record.at, head: record.head });
      break;
    case 'touched':
      for (const path of record.paths) ledger.touched.add(path);
      break;
    case 'hit':
      ledger.open.set(record.fingerprint, { guardrail: record.guardrail, path: record.path });
      break;
    case 'delivery':
      for (const fingerprint of record.fingerprints) ledger.told.add(fingerprint);
      break;
    case 'fixed':
      ledger.open.delete(record.fingerprint);
      ledger.told.delete(record.fingerprint);
      ledger.released.delete(record.fingerprint);
      break;
    case 'held':
      ledger.holds += 1;
      for (const fingerprint of record.fingerprints) ledger.told.add(fingerprint);
      break;
    case 'released':
      ledger.holds = 0;
      for (const fingerprint of record.fingerprints) ledger.released.add(fingerprint);
      break;
    case 'stopped':
      ledger.holds = 0;
      break;
    case 'denied':
    case 'fault':
      break;
  }
}
