import type { Postings } from '../ground-index.ts';
import { type Query, rarityIn } from './score-units.ts';

/** How many words are added, and what all of them together count beside the words of the task. */
const added = 20;
const share = 0.4;

/**
 * The words of a task and those that stand where they stand: who writes "processor" does not know that the file says "cpu". `best`: units
 * that answer best, each with its score. Words that stand in many units say nothing and are left out.
 */
export function expandQuery(query: Query, postings: Postings, best: readonly { unit: number; score: number }[]): Query {
  const found = wordsOf(postings, best);
  for (const hash of query.keys()) found.delete(hash);
  const candidates = new Map([...found].sort(([a, x], [b, y]) => y - x || a - b).slice(0, added * 4));
  const rarity = rarityIn(postings, [...candidates.keys()]);
  const common = Math.log(1 + 1 / 0.15);
  const weighed = [...candidates]
    .flatMap(([hash, weight]) => ((rarity.get(hash) ?? 0) < common ? [] : [{ hash, weight: weight * (rarity.get(hash) ?? 0) }]))
    .sort((a, b) => b.weight - a.weight || a.hash - b.hash)
    .slice(0, added);
  const total = weighed.reduce((sum, { weight }) => sum + weight, 0);
  const own = [...query.values()].reduce((sum, weight) => sum + weight, 0);
  return new Map([...query, ...weighed.map(({ hash, weight }) => [hash, (share * own * weight) / total] as const)]);
}

function wordsOf({ starts, terms, counts }: Postings, best: readonly { unit: number; score: number }[]): Map<number, number> {
  const found = new Map<number, number>();
  for (const { unit, score } of best) {
    const [from, to] = [starts[unit] ?? 0, starts[unit + 1] ?? 0];
    for (let place = from; place < to; place++) {
      const hash = terms[place] ?? 0;
      found.set(hash, (found.get(hash) ?? 0) + (score * Math.min(8, counts[place] ?? 0)) / Math.sqrt(Math.max(1, to - from)));
    }
  }
  return found;
}
