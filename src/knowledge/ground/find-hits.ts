/** Where some words stand in a list of words: the place in the list, and which of the words it is. */
export interface Hits {
  count: number;
  places: Int32Array;
  which: Int16Array;
}

/** A table by the last bits of a hash sorts nearly all other words out with one look. */
export function findHits(terms: Uint32Array, hashes: readonly number[]): Hits {
  const mask = 0xffff;
  const first = new Int16Array(mask + 1).fill(-1);
  const next = new Int16Array(hashes.length).fill(-1);
  for (const [which, hash] of hashes.entries()) {
    next[which] = first[hash & mask] ?? -1;
    first[hash & mask] = which;
  }
  const hits: Hits = { count: 0, places: new Int32Array(4096), which: new Int16Array(4096) };
  for (let place = 0; place < terms.length; place++) {
    const term = terms[place] ?? 0;
    let which = first[term & mask] ?? -1;
    while (which !== -1 && hashes[which] !== term) which = next[which] ?? -1;
    if (which !== -1) note(hits, place, which);
  }
  return hits;
}

function note(hits: Hits, place: number, which: number): void {
  if (hits.count === hits.places.length) {
    const { places, which: words } = hits;
    hits.places = new Int32Array(2 * hits.count);
    hits.which = new Int16Array(2 * hits.count);
    hits.places.set(places);
    hits.which.set(words);
  }
  hits.places[hits.count] = place;
  hits.which[hits.count] = which;
  hits.count += 1;
}
