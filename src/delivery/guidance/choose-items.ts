import type { GuidanceIndex, GuidanceItem, Weighed } from '#kernel/records/guidance.ts';
import type { SessionLedger } from '../session-ledger.ts';

/** An item with how sure it is that it bears on the work. */
export interface Candidate {
  item: GuidanceItem;
  /** What ledger and claims know it by once it is said. */
  key: string;
  score: number;
  why: string;
}

export interface Choice {
  said: Candidate[];
  held: Weighed[];
}

/**
 * What is said of all that bears on the work: the surest and worst first, as much as the limits leave room for, nothing
 * that stands in this context window already, and of two that ask for opposite things the nearer. What only lacked room
 * waits for the next moment.
 */
export function chooseItems(candidates: readonly Candidate[], index: GuidanceIndex, ledger: SessionLedger): Choice {
  const said: Candidate[] = [];
  const held: Weighed[] = [];
  for (const candidate of rank(candidates)) {
    const about = { item: candidate.item.id, score: candidate.score };
    const reason = obstacle(candidate, candidates, ledger);
    const lack = lackOfRoom(candidate.item, { said, ledger, limits: index.limits });
    if (reason !== undefined) held.push({ ...about, why: reason });
    else if (lack !== undefined) held.push({ ...about, why: lack, waits: true });
    else said.push(candidate);
  }
  return { said, held };
}

/** A rule of priority P1 goes before one of P2 that is a little surer. */
function rank(candidates: readonly Candidate[]): Candidate[] {
  const worth = ({ item, score }: Candidate) => score - 0.1 * Number(item.priority.slice(1));
  return candidates.toSorted((a, b) => worth(b) - worth(a) || (a.item.id < b.item.id ? -1 : 1));
}

function obstacle({ item, key }: Candidate, candidates: readonly Candidate[], ledger: SessionLedger): string | undefined {
  if (ledger.told.has(key)) return 'said before in this context window';
  const nearer = candidates.find((other) => item.conflicts?.includes(other.item.id) === true && isNearer(other.item, item));
  return nearer === undefined ? undefined : `asks for the opposite of ${nearer.item.id}, which is nearer`;
}

function isNearer(one: GuidanceItem, other: GuidanceItem): boolean {
  return one.depth === other.depth ? one.id < other.id : one.depth > other.depth;
}

interface Room {
  said: readonly Candidate[];
  ledger: SessionLedger;
  limits: GuidanceIndex['limits'];
}

function lackOfRoom({ tokens }: GuidanceItem, { said, ledger, limits }: Room): string | undefined {
  const spent = said.reduce((sum, { item }) => sum + item.tokens, 0);
  if (said.length >= limits.items) return `${limits.items} are said at a moment`;
  if (spent + tokens > limits.momentTokens) return `no room in ${limits.momentTokens} tokens`;
  if (ledger.tokens + spent + tokens > limits.windowTokens) return `${limits.windowTokens} tokens were said in this context window`;
  return undefined;
}
