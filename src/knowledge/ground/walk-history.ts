import type { History } from '../ground-index.ts';
import { filesOf } from './history.ts';
import type { ScoreMap } from './score-map.ts';
import { type Query, scoreUnits } from './score-units.ts';

/** Commits of a task like this one. */
const mostCommits = 60;
/** What touches more is a sweep: its files have nothing in common. */
const mostFiles = 40;
/** After so many seconds a commit counts half: three years. */
const halfLifeS = 3 * 365 * 86_400;

/** Files that commits touched whose messages have the words of the task. */
export function filesOfLikeCommits(history: History, query: Query): Map<string, number> {
  const { scores } = scoreUnits(history.messages, query);
  const found: { commit: number; score: number }[] = [];
  for (let commit = 0; commit < scores.length; commit++) {
    const score = scores[commit] ?? 0;
    if (score > 0) found.push({ commit, score: score * ageFactor(history, commit) });
  }
  found.sort((a, b) => b.score - a.score || a.commit - b.commit);
  const sums = new Map<string, number>();
  for (const { commit, score } of found.slice(0, mostCommits)) {
    const files = filesOf(history, commit);
    if (files.length === 0 || files.length > mostFiles) continue;
    const best = found[0]?.score ?? 1;
    for (const file of files) add(sums, history.paths[file], (score / best) ** 2 / Math.sqrt(files.length));
  }
  return sums;
}

/** Files that changed together with some: the fewer other files a commit touched, the more it says. */
export function filesBeside(history: History, seeds: ScoreMap): Map<string, number> {
  const weights = Float64Array.from(history.paths, (path) => seeds.get(path) ?? 0);
  const changes = new Uint32Array(history.paths.length);
  for (const file of history.files) changes[file] = (changes[file] ?? 0) + 1;
  const beside = new Float64Array(history.paths.length);
  for (let commit = 0; commit < history.times.length; commit++) {
    const weight = weightOf(history, commit, weights);
    if (weight > 0) shareOut(beside, filesOf(history, commit), { weights, weight, age: ageFactor(history, commit) });
  }
  const sums = new Map<string, number>();
  for (const [file, score] of beside.entries()) if (score > 0) add(sums, history.paths[file], score / Math.sqrt(3 + (changes[file] ?? 0)));
  return sums;
}

/** What the files of a commit weigh together; nothing where it says nothing of what belongs together. */
function weightOf({ fileStarts, files }: History, commit: number, weights: Float64Array): number {
  const [from, to] = [fileStarts[commit] ?? 0, fileStarts[commit + 1] ?? 0];
  if (to - from < 2 || to - from > mostFiles) return 0;
  let weight = 0;
  for (let place = from; place < to; place++) weight += weights[files[place] ?? 0] ?? 0;
  return weight;
}

/** What the others of a commit weigh goes to each of its files. */
function shareOut(
  beside: Float64Array,
  files: Uint32Array,
  { weights, weight, age }: { weights: Float64Array; weight: number; age: number },
): void {
  for (const file of files) beside[file] = (beside[file] ?? 0) + (age * Math.max(0, weight - (weights[file] ?? 0))) / (files.length - 1);
}

function ageFactor({ times }: History, commit: number): number {
  return 0.5 ** (Math.max(0, (times[0] ?? 0) - (times[commit] ?? 0)) / halfLifeS);
}

function add(sums: Map<string, number>, path: string | undefined, score: number): void {
  if (path !== undefined) sums.set(path, (sums.get(path) ?? 0) + score);
}
