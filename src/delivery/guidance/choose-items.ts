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
 * that stands in this context window already, and of two that ask for opposite things the nearer.
 */
export function chooseItems(candidates: readonly Candidate[], index: GuidanceIndex, ledger: SessionLedger): Choice {
  const { limits } = index;
  const said: Candidate[] = [];
  const held: Weighed[] = [];
  let tokens = 0;
  for (const candidate of rank(candidates)) {
    const reason = obstacle(candidate, { said, candidates, ledger, tokens, limits });
    if (reason === undefined) {
      said.push(candidate);
      tokens += candidate.item.tokens;
    } else held.push({ item: candidate.item.id, score: candidate.score, why: reason });
  }
  return { said, held };
}

/** A rule of priority P1 goes before one of P2 that is a little surer. */
function rank(candidates: readonly Candidate[]): Candidate[] {
  const worth = ({ item, score }: Candidate) => score - 0.1 * Number(item.priority.slice(1));
  return candidates.toSorted((a, b) => worth(b) - worth(a) || (a.item.id < b.item.id ? -1 : 1));
}

interface State {
  said: readonly Candidate[];
  candidates: readonly Candidate[];
  ledger: SessionLedger;
  tokens: number;
  limits: GuidanceIndex['limits'];
}

function obstacle({ item, key }: Candidate, { said, candidates, ledger, tokens, limits }: State): string | undefined {
  if (ledger.told.has(key)) return 'said before in this context window';
  const nearer = candidates.find((other) => item.conflicts?.includes(other.item.id) === true && isNearer(other.item, item));
  if (nearer !== undefined) return `asks for the opposite of ${nearer.item.id}, which is nearer`;
  if (said.length >= limits.items) return `${limits.items} are said at a moment`;
  if (tokens + item.tokens > limits.momentTokens) return `no room in ${limits.momentTokens} tokens`;
  if (ledger.tokens + tokens + item.tokens > limits.windowTokens) return `${limits.windowTokens} tokens were said in this context window`;
  return undefined;
}

function isNearer(one: GuidanceItem, other: GuidanceItem): boolean {
  return one.depth === other.depth ? one.id < other.id : one.depth > other.depth;
}
