import type { PageFacts } from '../ground-index.ts';
import type { ScoreMap } from './score-map.ts';

/** How much of a score goes on along links, and how often. */
const passedOn = 0.5;
const steps = 3;
/** A file is about the folder it lies in, less about those above. */
const folderWeights = [0.6, 0.3, 0.15];

interface Edge {
  a: string;
  b: string;
  weight: number;
}

/**
 * Lets scores flow along links both ways, a few damped steps of what is known as personalised PageRank: a page is read because pages
 * that answer lead to it, because it speaks of files that will be touched, or of the folder they lie in. What leads everywhere, as
 * tables of contents do, says little of any one thing.
 */
export function spreadScores(seeds: ScoreMap, pages: readonly PageFacts[]): Map<string, number> {
  const edges = [...pages.flatMap(pageEdges), ...[...seeds.keys()].flatMap(folderEdges)];
  const degrees = new Map<string, number>();
  for (const { a, b, weight } of edges) for (const end of [a, b]) degrees.set(end, (degrees.get(end) ?? 0) + weight);
  let scores = new Map(seeds);
  for (let step = 0; step < steps; step++) {
    const next = new Map(seeds);
    for (const { a, b, weight } of edges) {
      flow(next, { from: a, to: b, weight }, { scores, degrees });
      flow(next, { from: b, to: a, weight }, { scores, degrees });
    }
    scores = next;
  }
  return scores;
}

function flow(
  next: Map<string, number>,
  { from, to, weight }: { from: string; to: string; weight: number },
  { scores, degrees }: { scores: ScoreMap; degrees: ReadonlyMap<string, number> },
): void {
  const score = scores.get(from);
  if (score === undefined) return;
  const share = weight / Math.max(2, degrees.get(from) ?? 0);
  const hub = Math.sqrt(Math.max(1, (degrees.get(to) ?? 0) / 4));
  next.set(to, (next.get(to) ?? 0) + (passedOn * score * share) / hub);
}

/** What a page leads to; a README is about its folder. */
function pageEdges({ path, leadsTo }: PageFacts): Edge[] {
  const folder = /^(.+)\/readme\.md$/i.exec(path)?.[1];
  const edges = leadsTo.map((to) => ({ a: path, b: to, weight: 1 }));
  return folder === undefined ? edges : [...edges, { a: path, b: folder, weight: 1 }];
}

function folderEdges(file: string): Edge[] {
  const edges: Edge[] = [];
  let slash = file.lastIndexOf('/');
  for (const weight of folderWeights) {
    if (slash <= 0) break;
    edges.push({ a: file, b: file.slice(0, slash), weight });
    slash = file.lastIndexOf('/', slash - 1);
  }
  return edges;
}
