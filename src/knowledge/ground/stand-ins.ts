import type { PageFacts } from '../ground-index.ts';
import type { ScoreMap } from './score-map.ts';

/** Scores of decisions go to those that took their place, and which ones these stand for. */
export interface StandIns {
  scores: Map<string, number>;
  /** By path of a decision that holds: those that it replaces and that were asked for. */
  standsFor: Map<string, string[]>;
}

export function replaceSuperseded(scores: ScoreMap, pages: ReadonlyMap<string, PageFacts>): StandIns {
  const result: StandIns = { scores: new Map(), standsFor: new Map() };
  for (const [path, score] of scores) {
    for (const current of successorsOf(path, pages)) {
      result.scores.set(current, Math.max(score, result.scores.get(current) ?? 0));
      if (current !== path) result.standsFor.set(current, [...(result.standsFor.get(current) ?? []), path]);
    }
  }
  return result;
}

/** At the end of the chain; two that replace each other hold neither. */
function successorsOf(path: string, pages: ReadonlyMap<string, PageFacts>): string[] {
  const seen = new Set<string>();
  const ends: string[] = [];
  const waiting = [path];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (seen.has(at)) continue;
    seen.add(at);
    const next = (pages.get(at)?.decision?.replacedBy ?? []).filter((other) => pages.has(other));
    if (next.length === 0) ends.push(at);
    else waiting.push(...next);
  }
  return ends;
}
