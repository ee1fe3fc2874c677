/** What counts how much, by path. */
export type ScoreMap = ReadonlyMap<string, number>;

/** The best is 1. */
export function scaled(scores: ScoreMap, to = 1): Map<string, number> {
  const most = Math.max(0, ...scores.values());
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
  return new Map(
    [...scores]
      .filter(([, score]) => score > 0)
      .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
      .slice(0, most),
  );
}
