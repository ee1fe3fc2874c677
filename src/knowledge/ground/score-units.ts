import type { Postings } from '../ground-index.ts';
import { findHits, type Hits } from './find-hits.ts';

/** Words that are looked for, by hash, each with what it counts. */
export type Query = ReadonlyMap<number, number>;

/** How well each unit answers, and how rare the words of the query are. */
export interface UnitScores {
  scores: Float64Array;
  /** By hash; 0 where it stands nowhere. */
  rarity: ReadonlyMap<number, number>;
}

/** The usual constants of BM25; long units are held against them a little less. */
const saturation = 1.2;
const lengthShare = 0.6;

/** BM25 of each unit. One pass over all words: no dictionary has to be made ready for a single question. */
export function scoreUnits(postings: Postings, query: Query): UnitScores {
  const { starts, counts } = postings;
  const units = starts.length - 1;
  const hashes = [...query.keys()];
  const hits = findHits(postings.terms, hashes);
  const rarity = rarityOf(hits, hashes.length, units);
  const weights = rarity.map((rare, which) => rare * (query.get(hashes[which] ?? 0) ?? 0));
  const mean = Math.max(1, postings.terms.length / Math.max(1, units));
  const scores = new Float64Array(units);
  let unit = 0;
  let long = -1;
  for (let index = 0; index < hits.count; index++) {
    const place = hits.places[index] ?? 0;
    for (; (starts[unit + 1] ?? 0) <= place; unit++) long = -1;
    if (long < 0) long = saturation * (1 - lengthShare + (lengthShare * ((starts[unit + 1] ?? 0) - (starts[unit] ?? 0))) / mean);
    const count = counts[place] ?? 0;
    scores[unit] = (scores[unit] ?? 0) + ((weights[hits.which[index] ?? 0] ?? 0) * count * (saturation + 1)) / (count + long);
  }
  return { scores, rarity: new Map(hashes.map((hash, which) => [hash, rarity[which] ?? 0])) };
}

/** How rare words are, by hash: a word stands once in the list of a unit. */
export function rarityIn({ starts, terms }: Postings, hashes: readonly number[]): Map<number, number> {
  const rarity = rarityOf(findHits(terms, hashes), hashes.length, starts.length - 1);
  return new Map(hashes.map((hash, which) => [hash, rarity[which] ?? 0]));
}

function rarityOf({ count, which }: Hits, words: number, units: number): Float64Array {
  const counts = new Float64Array(words);
  for (let index = 0; index < count; index++) counts[which[index] ?? 0] = (counts[which[index] ?? 0] ?? 0) + 1;
  return counts.map((one) => (one === 0 ? 0 : Math.log(1 + (units - one + 0.5) / (one + 0.5))));
}
