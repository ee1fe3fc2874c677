import type { PageFacts } from '../ground-index.ts';
import { type LinkTable, tabulateLinks } from './link-table.ts';
import type { ScoreMap } from './score-map.ts';

/** How much of a score goes on along links, and how often. */
const passedOn = 0.5;
const steps = 3;

/**
 * Lets scores flow along links both ways, a few damped steps of what is known as personalised PageRank: a page is read because pages
 * that answer lead to it, because it speaks of files that will be touched, or of the folder they lie in. What leads everywhere, as
 * tables of contents do, says little of any one thing.
 */
export function spreadScores(seeds: ScoreMap, pages: readonly PageFacts[]): Map<string, number> {
  const links = tabulateLinks(pages, [...seeds.keys()]);
  const start = Float64Array.from(links.names, (name) => seeds.get(name) ?? 0);
  const degrees = degreesOf(links);
  let scores = start;
  for (let step = 0; step < steps; step++) scores = flowOn(scores, { start, links, degrees });
  const spread = new Map<string, number>();
  for (const [node, name] of links.names.entries()) if ((scores[node] ?? 0) > 0) spread.set(name, scores[node] ?? 0);
  return spread;
}

function degreesOf({ names, from, to, weights }: LinkTable): Float64Array {
  const degrees = new Float64Array(names.length);
  for (const [link, weight] of weights.entries()) {
    degrees[from[link] ?? 0] = (degrees[from[link] ?? 0] ?? 0) + weight;
    degrees[to[link] ?? 0] = (degrees[to[link] ?? 0] ?? 0) + weight;
  }
  return degrees;
}

function flowOn(
  scores: Float64Array<ArrayBuffer>,
  { start, links, degrees }: { start: Float64Array; links: LinkTable; degrees: Float64Array },
): Float64Array<ArrayBuffer> {
  const next = Float64Array.from(start);
  const sent = scores.map((score, node) => (passedOn * score) / Math.max(2, degrees[node] ?? 0));
  const hubs = degrees.map((degree) => Math.sqrt(Math.max(1, degree / 4)));
  for (const [link, weight] of links.weights.entries()) {
    const [a, b] = [links.from[link] ?? 0, links.to[link] ?? 0];
    next[b] = (next[b] ?? 0) + (weight * (sent[a] ?? 0)) / (hubs[b] ?? 1);
    next[a] = (next[a] ?? 0) + (weight * (sent[b] ?? 0)) / (hubs[a] ?? 1);
  }
  return next;
}
