import { distance } from 'fastest-levenshtein';

/** The candidate that somebody who typed `word` most likely meant; undefined where none is near. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  let best: { candidate: string; edits: number } | undefined;
  if (word.length > 100) return undefined;
  for (const candidate of candidates) {
    const edits = distance(word.toLowerCase(), candidate.toLowerCase());
    if (edits > tolerated(Math.max(word.length, candidate.length))) continue;
    if (best === undefined || edits < best.edits) best = { candidate, edits };
  }
  return best?.candidate;
}

/** Two letters that changed places are two edits; of a long word a third may be wrong. More is another word. */
function tolerated(length: number): number {
  if (length < 4) return length - 2;
  return Math.max(2, Math.floor(length / 3));
}
