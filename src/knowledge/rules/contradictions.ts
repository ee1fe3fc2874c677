import { type Demand, findDemands, mayCompare, placeName } from '../words/demands.ts';
import { isSame, likeness } from '../words/likeness.ts';
import { choices } from '../words/opposites.ts';
import { overlapping } from '../words/overlapping.ts';
import { similarPairs } from '../words/pairs.ts';
import { shorten } from '../words/shorten.ts';
import type { Clause, WordSet } from '../words/word-set.ts';
import type { Fault, GardenFacts } from './fault.ts';

/** Demands of which nobody can meet both. */
export function* contradictions({ graph }: GardenFacts): Generator<Fault> {
  const said = new Set<string>();
  for (const [first, second] of similarPairs(findDemands(graph), 1)) {
    const key = `${second.path}:${second.line}`;
    const how = said.has(key) || !mayCompare(first, second) ? undefined : conflict(first, second);
    if (how === undefined || !overlapping(first, second, graph.files.all)) continue;
    said.add(key);
    const message = `This contradicts ${placeName(first)}: "${shorten(first.text)}" (${how})`;
    const place = { line: second.line, column: 1, length: second.text.length };
    yield { rule: 'contradiction', path: second.path, place, quote: second.text, message };
  }
}

function conflict({ set: first }: Demand, { set: second }: Demand): string | undefined {
  if (first.clauses.some((one) => second.clauses.some((other) => isOpposite(one, other)))) return 'one demands what the other forbids';
  if (!isSame(first.code, second.code)) return undefined;
  return isTurnedRound(first, second)
    ? 'each forbids what the other demands'
    : (otherNumbers(first, second) ?? oppositeWords(first, second));
}

/** Nearly the same words, once with a "not". What stands in code counts as words do. */
function isOpposite(one: Clause, other: Clause): boolean {
  if (one.isNegative === other.isNegative || one.prohibits === other.prohibits || one.isAside || other.isAside) return false;
  if (!(isSame(one.code, other.code) && isSame(one.numbers, other.numbers))) return false;
  const { shared, ratio } = likeness(one.words, other.words);
  return shared + one.code.size >= 2 && ratio >= 0.75;
}

/** The same words, of which others are the forbidden ones. */
function isTurnedRound(first: WordSet, second: WordSet): boolean {
  if (likeness(first.words, second.words).ratio < 0.75) return false;
  const isTurned = (one: WordSet, other: WordSet) =>
    one.forbidden.size > 0 && [...one.forbidden].every((word) => other.words.has(word) && !other.forbidden.has(word));
  return isTurned(first, second) && isTurned(second, first);
}

/** One limit has one number. Where each names something that the other does not, there are two. */
function otherNumbers(first: WordSet, second: WordSet): string | undefined {
  const { shared, onlyFirst, onlySecond, ratio } = likeness(first.words, second.words);
  const areLimits = first.numbers.size > 0 && first.numbers.size === second.numbers.size && !isSame(first.numbers, second.numbers);
  if (!areLimits || shared + first.code.size < 3 || ratio < 0.6 || (onlyFirst.length > 0 && onlySecond.length > 0)) return undefined;
  return `${[...first.numbers].join(', ')} there, ${[...second.numbers].join(', ')} here`;
}

function oppositeWords(first: WordSet, second: WordSet): string | undefined {
  const { onlyFirst, onlySecond, shared, ratio } = likeness(first.words, second.words);
  if (!isSame(first.numbers, second.numbers) || first.forbidden.size + second.forbidden.size > 0 || shared < 2 || ratio < 0.5)
    return undefined;
  const pair = choices(onlyFirst, onlySecond);
  return pair !== undefined && onlyFirst.length <= 2 && onlySecond.length <= 2 ? `${pair[0]} against ${pair[1]}` : undefined;
}
