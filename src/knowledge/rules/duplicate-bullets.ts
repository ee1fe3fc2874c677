import { findDemands, mayCompare, placeName } from '../words/demands.ts';
import { isSame, likeness } from '../words/likeness.ts';
import { opposites } from '../words/opposites.ts';
import { overlapping } from '../words/overlapping.ts';
import { similarPairs } from '../words/pairs.ts';
import { shorten } from '../words/shorten.ts';
import type { WordSet } from '../words/word-set.ts';
import type { Fault, GardenFacts } from './fault.ts';

/** Bullets and messages that say the same again, in other words or in another order. */
export function* duplicateBullets({ graph }: GardenFacts): Generator<Fault> {
  const said = new Set<string>();
  for (const [first, second] of similarPairs(findDemands(graph), 3)) {
    const key = `${second.path}:${second.line}`;
    if (said.has(key) || !mayCompare(first, second) || !saysTheSame(first.set, second.set) || !overlapping(first, second, graph.files.all))
      continue;
    said.add(key);
    const message = `This says what ${placeName(first)} says already: "${shorten(first.text)}"`;
    const place = { line: second.line, column: 1, length: second.text.length };
    yield { rule: 'duplicate-bullet', path: second.path, place, quote: second.text, message };
  }
}

/** What stands in code, what is forbidden, and numbers must be the same; of the words nearly all, and none the opposite of another. */
function saysTheSame(first: WordSet, second: WordSet): boolean {
  if (!(isSame(first.numbers, second.numbers) && isSame(first.code, second.code))) return false;
  if (
    first.forbidden.size > 0 !== second.forbidden.size > 0 ||
    likeness(first.forbidden, second.forbidden).ratio < 0.5 * Math.sign(first.forbidden.size)
  )
    return false;
  const { shared, onlyFirst, onlySecond, ratio } = likeness(first.words, second.words);
  if (shared < 3 || opposites(onlyFirst, onlySecond) !== undefined) return false;
  if (onlyFirst.length === 0 || onlySecond.length === 0) return ratio >= 0.7;
  return ratio >= 0.7 && Math.min(onlyFirst.length, onlySecond.length) <= 1 && shared >= 5;
}
