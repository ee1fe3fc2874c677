import { findKnots } from './find-knots.ts';

/** Short circles are the plain ones: those are reported first, and what is on one of them needs no longer one. */
const longestInRound = [2, 3, 4, 6, Number.POSITIVE_INFINITY];

/**
 * Circles among nodes, each as the nodes in order, starting at a root and without the return to it. Every root that
 * lies on a circle is on at least one of them, and each one is the shortest through the root it starts at.
 * Only what can be reached from the roots is looked at.
 */
export function findCycles(roots: readonly string[], next: (node: string) => readonly string[]): string[][] {
  const wanted = new Set(roots);
  const cycles: string[][] = [];
  for (const knot of findKnots(roots, next)) {
    const starts = knot.filter((node) => wanted.has(node)).sort();
    if (starts.length > 0) cycles.push(...coveringCycles(starts, edgesAmong(knot, next)));
  }
  return cycles.sort((left, right) => ((left[0] ?? '') < (right[0] ?? '') ? -1 : 1));
}

type Edges = ReadonlyMap<string, readonly string[]>;

function edgesAmong(knot: readonly string[], next: (node: string) => readonly string[]): Edges {
  const members = new Set(knot);
  return new Map(knot.map((node) => [node, next(node).filter((target) => members.has(target))]));
}

function coveringCycles(starts: readonly string[], edges: Edges): string[][] {
  const cycles: string[][] = [];
  const covered = new Set<string>();
  for (const longest of longestInRound) {
    for (const start of starts) {
      const cycle = covered.has(start) ? [] : shortestCycle(start, edges, longest);
      if (cycle.length > 0) cycles.push(cycle);
      for (const node of cycle) covered.add(node);
    }
  }
  return cycles;
}

/** Breadth first; empty where no way of that length leads back. */
function shortestCycle(start: string, edges: Edges, longest: number): string[] {
  const cameFrom = new Map<string, string | undefined>([[start, undefined]]);
  let frontier = [start];
  for (let length = 1; length <= longest && frontier.length > 0; length++) {
    const last = frontier.find((node) => edges.get(node)?.includes(start));
    if (last !== undefined) return wayTo(last, cameFrom);
    frontier = frontier.flatMap((node) => (edges.get(node) ?? []).filter((target) => isNew(target, node, cameFrom)));
  }
  return [];
}

function isNew(target: string, from: string, cameFrom: Map<string, string | undefined>): boolean {
  if (cameFrom.has(target)) return false;
  cameFrom.set(target, from);
  return true;
}

function wayTo(node: string, cameFrom: ReadonlyMap<string, string | undefined>): string[] {
  const way: string[] = [];
  for (let at: string | undefined = node; at !== undefined; at = cameFrom.get(at)) way.push(at);
  return way.reverse();
}
