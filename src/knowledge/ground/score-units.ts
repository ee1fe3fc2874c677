import type { Postings } from '../ground-index.ts';

/** Words that are looked for, by hash, each with what it counts. */
export type Query = ReadonlyMap<number, number>;

/** How well each unit answers, and which words of the query stand in most units. */
export interface UnitScores {
  scores: Float64Array;
  /** By hash: how rare it is; 0 where it stands nowhere. */
  rarity: ReadonlyMap<number, number>;
}

/** The usual constants of BM25; long units are held against them a little less. */
const saturation = 1.2;
const lengthShare = 0.6;

/** BM25 of each unit. One pass over all words: no dictionary has to be made ready for a single question. */
export function scoreUnits({ starts, terms, counts }: Postings, query: Query): UnitScores {
  const units = starts.length - 1;
  const hashes = [...query.keys()];
  const hits = findHits(terms, hashes);
  const lengths = Float64Array.from({ length: units }, (_, unit) => (starts[unit + 1] ?? 0) - (starts[unit] ?? 0));
  const mean = Math.max(1, terms.length / Math.max(1, units));
  const spread = new Float64Array(hashes.length);
  for (const which of hits.which) spread[which] = (spread[which] ?? 0) + 1;
  const idf = spread.map((count) => (count === 0 ? 0 : Math.log(1 + (units - count + 0.5) / (count + 0.5))));
  const weights = idf.map((rare, which) => rare * (query.get(hashes[which] ?? 0) ?? 0));
  const scores = new Float64Array(units);
  let unit = 0;
  for (const [index, place] of hits.places.entries()) {
    while ((starts[unit + 1] ?? 0) <= place) unit += 1;
    const count = counts[place] ?? 0;
    const long = saturation * (1 - lengthShare + (lengthShare * (lengths[unit] ?? 0)) / mean);
    scores[unit] = (scores[unit] ?? 0) + ((weights[hits.which[index] ?? 0] ?? 0) * count * (saturation + 1)) / (count + long);
  }
  return { scores, rarity: new Map(hashes.map((hash, which) => [hash, idf[which] ?? 0])) };
}

/** Where words of the query stand. A table by the last bits of a hash sorts nearly all others out with one look. */
function findHits(terms: Uint32Array, hashes: readonly number[]): { places: number[]; which: number[] } {
  const mask = 0xffff;
  const first = new Int16Array(mask + 1).fill(-1);
  const next = new Int16Array(hashes.length).fill(-1);
  for (const [which, hash] of hashes.entries()) {
    next[which] = first[hash & mask] ?? -1;
    first[hash & mask] = which;
  }
  const hits = { places: [] as number[], which: [] as number[] };
  for (let place = 0; place < terms.length; place++) {
    const term = terms[place] ?? 0;
    for (let which = first[term & mask] ?? -1; which !== -1; which = next[which] ?? -1) {
      if (hashes[which] !== term) continue;
      hits.places.push(place);
      hits.which.push(which);
    }
  }
  return hits;
}
