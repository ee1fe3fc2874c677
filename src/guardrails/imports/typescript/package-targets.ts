import { asObject, type Json, type JsonObject } from './json.ts';

/**
 * The files that a package's `exports` or `imports` offers for one key (`.`, `./sub` or `#name`), best first.
 * No single run is being resolved here, so every condition is open: what runs under Node or any bundler goes first,
 * then types, then what only another platform would load.
 */
export function packageTargets(map: Json | undefined, key: string): string[] {
  const found = entryFor(map, key);
  if (found === undefined) return [];
  const offers: Offer[] = [];
  collect(found.entry, 0, offers);
  return offers.sort((left, right) => left.rank - right.rank).map((offer) => offer.target.replaceAll('*', () => found.star));
}

interface Offer {
  target: string;
  rank: number;
}

function entryFor(map: Json | undefined, key: string): { entry: Json; star: string } | undefined {
  if (map === undefined) return undefined;
  const keys = asObject(map);
  const hasKeys = keys !== undefined && Object.keys(keys).some((name) => name.startsWith('.') || name.startsWith('#'));
  if (keys === undefined || !hasKeys) return key === '.' ? { entry: map, star: '' } : undefined;
  const exact = key.includes('*') ? undefined : keys[key];
  return exact === undefined ? patternFor(keys, key) : { entry: exact, star: '' };
}

/** Of the patterns that match, the one with the longest text before its star. */
function patternFor(keys: JsonObject, key: string): { entry: Json; star: string } | undefined {
  let best: { entry: Json; star: string } | undefined;
  let bestLength = -1;
  for (const [pattern, entry] of Object.entries(keys)) {
    // A key that ends in a slash is the older way to write `./folder/*`.
    const [before, after] = pattern.endsWith('/') ? [pattern, ''] : pattern.split('*');
    if (before === undefined || after === undefined || before.length <= bestLength) continue;
    if (key.length < before.length + after.length || !key.startsWith(before) || !key.endsWith(after)) continue;
    const star = key.slice(before.length, key.length - after.length);
    best = { entry: pattern.endsWith('/') ? folderEntry(entry) : entry, star };
    bestLength = before.length;
  }
  return best;
}

function folderEntry(entry: Json): Json {
  return typeof entry === 'string' ? `${entry}*` : entry;
}

const otherPlatforms = new Set([
  'browser',
  'worker',
  'workerd',
  'edge-light',
  'deno',
  'bun',
  'react-native',
  'react-server',
  'electron',
  'production',
]);

function collect(entry: Json, rank: number, offers: Offer[]): void {
  if (typeof entry === 'string') offers.push({ target: entry, rank });
  else if (Array.isArray(entry)) for (const one of entry) collect(one, rank, offers);
  else for (const [condition, inner] of Object.entries(asObject(entry) ?? {})) collect(inner, Math.max(rank, rankOf(condition)), offers);
}

function rankOf(condition: string): number {
  if (otherPlatforms.has(condition)) return 2;
  return condition === 'types' || condition.startsWith('types@') ? 1 : 0;
}
