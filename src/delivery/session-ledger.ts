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
  /** What hooks that ran side by side claimed: key to the call whose claim came first. */
  claims: Map<string, { call: string; at: number }>;
  lastAt: number;
  /** Ids of guidance said in any context window of the agent, by how often. */
  saidEver: Map<string, number>;
  /** Ids of guidance that bears on the work and did not fit in yet, with how sure that is. */
  waiting: Map<string, { score: number; why: string }>;
  /** Tokens of guidance in the context window that is open now. */
  tokens: number;
  /** What the task has in common with the guidance. */
  asked: { signs: readonly string[]; words: Readonly<Record<string, number>> };
}

/**
 * What was done and found is the session's; what was said belongs to one context window: that of the main agent, or of
 * the sub-agent that is named.
 */
export function readLedger(records: readonly SpoolRecord[], subagent?: string): SessionLedger {
  const ledger: SessionLedger = {
    touched: new Set(),
    open: new Map(),
    told: new Set(),
    released: new Set(),
    holds: 0,
    began: new Map(),
    claims: new Map(),
    lastAt: 0,
    saidEver: new Map(),
    waiting: new Map(),
    tokens: 0,
    asked: { signs: [], words: {} },
  };
  for (const record of records) {
    applyWork(ledger, record);
    if (record.type === 'claim') applyClaims(ledger, record, record.subagent === subagent);
    if (record.subagent === subagent) applyOwn(ledger, record);
    ledger.lastAt = record.at;
  }
  return ledger;
}

/** What belongs to one context window. */
function applyOwn(ledger: SessionLedger, record: SpoolRecord): void {
  applyWords(ledger, record);
  applyGuidance(ledger, record);
}

/** What the session did, and what was found in it. */
function applyWork(ledger: SessionLedger, record: SpoolRecord): void {
  switch (record.type) {
    case 'tool':
      ledger.began.set(record.toolUseId, record.head === undefined ? { at: record.at } : { at: record.at, head: record.head });
      break;
    case 'touched':
      for (const path of record.paths) ledger.touched.add(path);
      break;
    case 'hit':
      ledger.open.set(record.fingerprint, { guardrail: record.guardrail, path: record.path });
      ledger.claims.delete(`fix:${record.fingerprint}`);
      break;
    case 'fixed':
      for (const known of [ledger.open, ledger.told, ledger.released]) known.delete(record.fingerprint);
      for (const what of ['say', 'hit']) ledger.claims.delete(`${what}:${record.fingerprint}`);
      break;
  }
}

/** What the session was told, and how it was held. */
function applyWords(ledger: SessionLedger, record: SpoolRecord): void {
  switch (record.type) {
    case 'compacted':
      forgetTold(ledger);
      break;
    case 'session':
      if (record.source !== 'resume') forgetTold(ledger); // a resumed session still has its context
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
  }
}

/** What is found is found once in a session; what is said is said once in each context window. */
function applyClaims(ledger: SessionLedger, record: SpoolRecord & { type: 'claim' }, isOwnWindow: boolean): void {
  for (const key of record.keys) if (isOwnWindow || !key.startsWith('say:')) claim(ledger, key, record);
}

/** What was said of the guidance, what waits, and for which task. */
function applyGuidance(ledger: SessionLedger, record: SpoolRecord): void {
  switch (record.type) {
    case 'delivery':
      for (const key of record.fingerprints) ledger.told.add(key);
      for (const item of record.items ?? []) noteSaid(ledger, item);
      ledger.tokens += record.tokens ?? 0;
      break;
    case 'weighed':
      for (const { item, score, why, waits } of record.held) if (waits === true) ledger.waiting.set(item, { score, why });
      break;
    case 'asked':
      ledger.asked = { signs: record.signs, words: record.words }; // what was asked last is what is being done
      break;
  }
}

function noteSaid(ledger: SessionLedger, item: string): void {
  ledger.saidEver.set(item, (ledger.saidEver.get(item) ?? 0) + 1);
  ledger.waiting.delete(item);
}

/** A claim that was not followed by what it claimed: its hook has died. */
const staleClaimMs = 10_000;

function claim(ledger: SessionLedger, key: string, { call, at }: { call: string; at: number }): void {
  const first = ledger.claims.get(key);
  if (first === undefined || first.at < at - staleClaimMs) ledger.claims.set(key, { call, at });
}

function forgetTold(ledger: SessionLedger): void {
  ledger.told.clear();
  ledger.waiting.clear();
  ledger.tokens = 0;
  for (const key of ledger.claims.keys()) if (key.startsWith('say:')) ledger.claims.delete(key);
}
