import type { SignMatch } from './match-signs.ts';

/** Two words may meet by chance. */
const fewestWords = 2;

/**
 * How much of what tells an item from others stands in some words: the weight of what they share, from 0 to 1. Of several
 * sets each later one counts half of the one before.
 */
export function overlap(words: Readonly<Record<string, number>>, sets: readonly Readonly<Record<string, number>>[]): SignMatch {
  const shared = Object.entries(words).flatMap(([word, weight]) => {
    const set = sets.findIndex((one) => one[word] !== undefined);
    return set === -1 ? [] : [{ word, weight: weight / 2 ** set }];
  });
  const score = shared.length < fewestWords ? 0 : shared.reduce((sum, { weight }) => sum + weight, 0);
  const told = shared.toSorted((a, b) => b.weight - a.weight).slice(0, 5);
  return { score: Math.min(1, score), why: `words it shares: ${told.map(({ word }) => word).join(', ')}` };
}
