/** Files that are asked about the same rules. */
export interface Portion {
  paths: string[];
  /** Ids of rules: all that can find something in one of the files. */
  rules: Set<string>;
}

/** What one more call of the command line costs (25 to 30 ms on both sides), in the cost of asking about one rule in an excerpt (5 µs). */
const callCost = 6_000;

/**
 * Parts files so that few rules are asked about in most of them: to match fifty rules takes the command line two thirds of the
 * time it takes to parse. A portion has the files whose rarest rule is among its own and no more common portion's.
 */
export function splitByRules(possible: ReadonlyMap<string, ReadonlySet<string>>): Portion[] {
  const counts = new Map<string, number>();
  for (const rules of possible.values()) for (const rule of rules) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  const ranks = new Map([...counts].sort(([, a], [, b]) => b - a).map(([rule], rank) => [rule, rank]));
  const byRank: string[][] = Array.from(ranks, () => []);
  for (const [path, rules] of possible) byRank[Math.max(...[...rules].map((rule) => ranks.get(rule) ?? 0))]?.push(path);
  const ends = cheapestEnds(byRank.map((paths) => paths.length));
  return ends.flatMap((end, index) => {
    const paths = byRank.slice(ends[index - 1] ?? 0, end).flat();
    const rules = new Set(paths.flatMap((path) => [...(possible.get(path) ?? [])]));
    return paths.length === 0 ? [] : [{ paths, rules }];
  });
}

/** Where portions end so that files times rules, and what the calls cost, are least together. `counts`: files by the rank of their rarest rule. */
function cheapestEnds(counts: readonly number[]): number[] {
  const costs = [0];
  const begins = [0];
  for (let end = 1; end <= counts.length; end++) {
    let files = 0;
    costs[end] = Infinity;
    for (let begin = end - 1; begin >= 0; begin--) {
      files += counts[begin] ?? 0;
      const cost = (costs[begin] ?? 0) + (files === 0 ? 0 : files * end + callCost);
      if (cost >= (costs[end] ?? 0)) continue;
      costs[end] = cost;
      begins[end] = begin;
    }
  }
  const ends: number[] = [];
  for (let end = counts.length; end > 0; end = begins[end] ?? 0) ends.unshift(end);
  return ends;
}
