import { type Demand, findDemands } from '../words/demands.ts';
import { isSame, type Likeness, likeness } from '../words/likeness.ts';
import { opposites } from '../words/opposites.ts';
import { overlapping } from '../words/overlapping.ts';
import { similarPairs } from '../words/pairs.ts';
import { shorten } from '../words/shorten.ts';
import type { WordSet } from '../words/word-set.ts';
import type { Fault, GardenFacts } from './fault.ts';

/** Demands of which nobody can meet both. */
export function* contradictions({ graph }: GardenFacts): Generator<Fault> {
  for (const [first, second] of similarPairs(findDemands(graph), 1)) {
    const how = conflict(first, second);
    if (how === undefined || !overlapping(first, second, graph.files.all)) continue;
    const message = `This contradicts \`${first.path}\`, line ${first.line}: "${shorten(first.text)}" (${how})`;
    const place = { line: second.line, column: 1, length: second.text.length };
    yield { rule: 'contradiction', path: second.path, place, quote: second.text, message };
  }
}

function conflict({ set: first }: Demand, { set: second }: Demand): string | undefined {
  if (!isSame(first.code, second.code)) return undefined;
  const like = likeness(first.words, second.words);
  const sameNumbers = isSame(first.numbers, second.numbers);
  if (first.isNegative !== second.isNegative) return sameNumbers ? oppositeWill(first, like) : undefined;
  return sameNumbers ? oppositeWords(like) : otherNumbers(first, second, like);
}

/** Nearly the same words, once with a "not". What stands in code is half of what is said. */
function oppositeWill({ code }: WordSet, { shared, ratio }: Likeness): string | undefined {
  const isAlike = shared + code.size >= 2 && ratio >= (code.size > 0 ? 0.4 : 0.6);
  return isAlike ? 'one demands what the other forbids' : undefined;
}

function otherNumbers(first: WordSet, second: WordSet, { shared, ratio }: Likeness): string | undefined {
  const isLimit = first.numbers.size > 0 && first.numbers.size === second.numbers.size && shared + first.code.size >= 3 && ratio >= 0.6;
  return isLimit ? `${[...first.numbers].join(', ')} there, ${[...second.numbers].join(', ')} here` : undefined;
}

function oppositeWords({ onlyFirst, onlySecond, shared, ratio }: Likeness): string | undefined {
  const pair = opposites(onlyFirst, onlySecond);
  return pair !== undefined && shared >= 1 && ratio >= 0.4 ? `${pair[0]} against ${pair[1]}` : undefined;
}
