import { compareText } from '#kernel/compare-text.ts';
import { findKnots } from './find-knots.ts';

/** Longer ways are told of as far as they were followed, and so are those in a crowd of modules: nobody reads them. */
const mostSteps = 50;
const mostVisited = 5_000;

/** Stands in a circle for what was not followed. */
export const andSoOn = '…';

/**
 * Circles among nodes, each as the nodes in order, without the return to the first: one for each edge from a root that lies on any, the
 * shortest by which that edge leads back. So what is found at one root does not depend on the others, nor on what else leads in circles.
 * Only what can be reached from the roots is looked at.
 */
export function findCycles(roots: readonly string[], next: (node: string) => readonly string[]): string[][] {
  const wanted = new Set(roots);
  return findKnots(roots, next)
    .flatMap((knot) => cyclesIn([...knot].sort(), wanted, next))
    .sort(([left = ''], [right = '']) => compareText(left, right));
}

function cyclesIn(knot: readonly string[], wanted: ReadonlySet<string>, next: (node: string) => readonly string[]): string[][] {
  const members = new Set(knot);
  const edges = new Map(knot.map((node) => [node, [...new Set(next(node))].filter((target) => members.has(target))]));
  const sources = reversed(edges);
  return knot.filter((node) => wanted.has(node)).flatMap((node) => cyclesThrough(node, edges.get(node) ?? [], sources));
}

/** By node, those that lead to it. */
function reversed(edges: ReadonlyMap<string, readonly string[]>): ReadonlyMap<string, readonly string[]> {
  const sources = new Map<string, string[]>();
  for (const [node, targets] of edges)
    for (const target of targets) if (sources.get(target)?.push(node) === undefined) sources.set(target, [node]);
  return sources;
}

/** One for each target, each of which leads back. */
function cyclesThrough(start: string, targets: readonly string[], sources: ReadonlyMap<string, readonly string[]>): string[][] {
  const onward = waysTo(start, targets, sources);
  return targets.map((target) => {
    const cycle = [start];
    for (let at: string | undefined = target; at !== start; at = onward.get(at)) {
      if (at === undefined) return [start, target, andSoOn];
      cycle.push(at);
    }
    return cycle;
  });
}

/** Breadth first, against the edges: by node, where it leads on to be back at the start soonest. Ends when all that is wanted is known. */
function waysTo(start: string, wanted: readonly string[], sources: ReadonlyMap<string, readonly string[]>): ReadonlyMap<string, string> {
  const onward = new Map<string, string>([[start, start]]);
  let frontier = [start];
  for (let steps = 1; steps <= mostSteps && frontier.length > 0 && onward.size <= mostVisited; steps++) {
    frontier = frontier.flatMap((node) => (sources.get(node) ?? []).filter((source) => isNew(source, node, onward)));
    if (wanted.every((node) => onward.has(node))) break;
  }
  return onward;
}

function isNew(source: string, target: string, onward: Map<string, string>): boolean {
  if (onward.has(source)) return false;
  onward.set(source, target);
  return true;
}
