import { compareText } from '#kernel/compare-text.ts';

/** What counts how much, by path. */
export type ScoreMap = ReadonlyMap<string, number>;

/** The best is `to`; where even that is less than `least`, all stay as little beside it as they are. */
export function scaled(scores: ScoreMap, to = 1, least = 0): Map<string, number> {
  let most = least;
  for (const score of scores.values()) most = Math.max(most, score);
  return new Map(most === 0 ? [] : [...scores].map(([path, score]) => [path, (to * score) / most]));
}

/** Adds up what several say. */
export function sumOf(parts: readonly ScoreMap[]): Map<string, number> {
  const sum = new Map<string, number>();
  for (const part of parts) for (const [path, score] of part) sum.set(path, (sum.get(path) ?? 0) + score);
  return sum;
}

/** The best ones first, equal ones by their path: the same order on every machine. */
export function bestOf(scores: ScoreMap, most: number): Map<string, number> {
  const least = nthBest(scores, most);
  const best: [path: string, score: number][] = [];
  for (const entry of scores) if (entry[1] > 0 && entry[1] >= least) best.push(entry);
  return new Map(best.sort(([a, x], [b, y]) => y - x || compareText(a, b)).slice(0, most));
}

/** Numbers alone are sorted in a tenth of the time that entries take. */
function nthBest(scores: ScoreMap, most: number): number {
  if (scores.size <= most) return 0;
  return Float64Array.from(scores.values()).sort()[scores.size - most] ?? 0;
}
