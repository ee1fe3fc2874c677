import type { ScoreMap } from './score-map.ts';
import { isForTests } from './test-files.ts';

const testWeight = 0.5;
const dataWeight = 0.7;

/** What a task touches is mostly code. Tests repeat its words more often than it does itself, and data do so by chance. */
export function weighFiles(scores: ScoreMap): Map<string, number> {
  return new Map([...scores].map(([path, score]) => [path, score * weightOf(path)]));
}

function weightOf(path: string): number {
  if (isForTests(path)) return testWeight;
  return /\.(?:json|ya?ml|txt|xml|csv|html)$/i.test(path) ? dataWeight : 1;
}
