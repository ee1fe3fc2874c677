import { groupBy } from '#kernel/group-by.ts';
import type { Demand } from './demands.ts';

/** A word that so many share tells nothing of what they have in common. */
const mostSharing = 60;

/**
 * Pairs of demands that have at least `fewest` telling words in common, each once, the first by path and line before the other.
 * Found by their rarer words, so that thousands of bullets are not compared with each other.
 */
export function* similarPairs(demands: readonly Demand[], fewest: number): Generator<[Demand, Demand]> {
  const entries = demands.flatMap((demand, index) =>
    [...demand.set.words, ...[...demand.set.code].map((code) => `\`${code}`)].map((word) => ({ word, index })),
  );
  const byWord = groupBy(entries, ({ word }) => word);
  const shared = new Map<number, number>();
  for (const same of byWord.values()) {
    if (same.length > mostSharing) continue;
    for (const [at, { index: first }] of same.entries()) {
      for (const { index: second } of same.slice(at + 1)) {
        const key = first * demands.length + second;
        shared.set(key, (shared.get(key) ?? 0) + 1);
      }
    }
  }
  for (const [key, count] of shared) {
    const first = demands[Math.floor(key / demands.length)];
    const second = demands[key % demands.length];
    if (count >= fewest && first !== undefined && second !== undefined) yield [first, second];
  }
}
