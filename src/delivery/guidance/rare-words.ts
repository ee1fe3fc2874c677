import { weighWords } from './word-weights.ts';

/** Of each text so many words are kept: those that tell it from the others. */
const mostWords = 24;

/** Of each text its most telling words, by how few of the others have them: of each the weights add up to 1. */
export function rareWords(texts: readonly string[]): Record<string, number>[] {
  const counted = texts.map(weighWords);
  const having = new Map<string, number>();
  for (const words of counted) for (const word of Object.keys(words)) having.set(word, (having.get(word) ?? 0) + 1);
  return counted.map((words) => {
    const ranked = Object.entries(words)
      .map(([word, weight]): [string, number] => [word, weight * Math.log(1 + texts.length / (having.get(word) ?? 1))])
      .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
      .slice(0, mostWords);
    const total = ranked.reduce((sum, [, weight]) => sum + weight, 0);
    return Object.fromEntries(ranked.map(([word, weight]) => [word, Math.round((weight / total) * 1e4) / 1e4]));
  });
}
