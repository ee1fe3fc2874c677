import type { Postings } from '../ground-index.ts';
import { type GroundIndex, unitsOf } from '../ground-index.ts';
import { expandQuery } from './expand-query.ts';
import { queryOf } from './query-of.ts';
import { type Judges, rankJudges } from './rank-judges.ts';
import { bestOf, type ScoreMap, scaled, sumOf } from './score-map.ts';
import { type Query, scoreUnits } from './score-units.ts';
import { spreadScores } from './spread-scores.ts';
import { filesBeside, filesOfLikeCommits } from './walk-history.ts';
import { weighFiles } from './weigh-files.ts';

/** What is to be done: its words, and what it names. */
export interface Task {
  text: string;
  /** Files it is about for certain. */
  files: readonly string[];
}

/** What bears on a task, each with how much, by path. */
export interface Ranking {
  pages: ScoreMap;
  files: ScoreMap;
  /** Score of each unit of `pageUnits`: tells which section of a page counts. */
  units: Float64Array;
  judges: Judges;
  /** What changed together with likely files, or in commits of tasks like this. */
  beside: ScoreMap;
  /** Of the words of the task, by hash: how rare each is in the pages. */
  rarity: ReadonlyMap<number, number>;
}

const mostSeeds = 40;
/** What two files get that changed together once: less is no sign. */
const onceTogether = 0.5;
/** Units whose words are added to a task's. */
const mostExpanding = 4;
/** Files by which guardrails and personas are chosen. */
const mostLikely = 15;

/** Which pages, files and rules bear on a task: by words, by links, by what changed together. Always the same for the same index. */
export function rankTask({ text, files }: Task, index: GroundIndex): Ranking {
  const asked = new Map(files.map((file) => [file, 1]));
  const own = queryOf(text);
  const query = expand(own, index);
  const { scores: units, rarity } = scoreUnits(index.pageUnits, query);
  const byWords = scaled(fileScores(index, query));
  const byMessages = scaled(filesOfLikeCommits(index.history, own));
  const firstFiles = bestOf(sumOf([byWords, scaled(byMessages, 0.5), new Map([...asked].map(([file]) => [file, 2]))]), mostSeeds);
  const beside = scaled(filesBeside(index.history, bestOf(firstFiles, 10)), 1, onceTogether);
  const pageWords = scaled(pageScores(index, units));
  const seeds = sumOf([bestOf(pageWords, mostSeeds), scaled(firstFiles), scaled(bestOf(beside, mostSeeds), 0.4)]);
  const spread = spreadScores(seeds, index.pages);
  const likely = weighFiles(among(spread, index.files));
  const pages = among(
    spread,
    index.pages.map(({ path }) => path),
  );
  const judges = rankJudges(index, { units, files: bestOf(scaled(likely), mostLikely) });
  return { pages, files: bestOf(likely, mostSeeds), units, judges, beside: sumOf([beside, byMessages]), rarity };
}

function among(scores: ScoreMap, paths: readonly string[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const path of paths) {
    const score = scores.get(path);
    if (score !== undefined) found.set(path, score);
  }
  return found;
}

/** Twice over: words of the sections and files that answer first. */
function expand(query: Query, { pageUnits, fileUnits }: GroundIndex): Query {
  return expandQuery(expandQuery(query, fileUnits, topUnits(fileUnits, query)), pageUnits, topUnits(pageUnits, query));
}

function topUnits(postings: Postings, query: Query): { unit: number; score: number }[] {
  const { scores } = scoreUnits(postings, query);
  const least = Float64Array.from(scores).sort()[scores.length - mostExpanding] ?? 0;
  const best: { unit: number; score: number }[] = [];
  for (let unit = 0; unit < scores.length; unit++) {
    const score = scores[unit] ?? 0;
    if (score > 0 && score >= least) best.push({ unit, score });
  }
  return best.sort((a, b) => b.score - a.score || a.unit - b.unit).slice(0, mostExpanding);
}

function fileScores({ files, fileUnits }: GroundIndex, query: Query): Map<string, number> {
  const { scores } = scoreUnits(fileUnits, query);
  const found = new Map<string, number>();
  for (const [unit, file] of files.entries()) if ((scores[unit] ?? 0) > 0) found.set(file, scores[unit] ?? 0);
  return found;
}

/** The best section of a page, and a little of the others: that many of them answer says something too. */
function pageScores({ pages }: GroundIndex, units: Float64Array): Map<string, number> {
  const scores = new Map<string, number>();
  let start = 0;
  for (const page of pages) {
    const own = units.subarray(start, start + page.sections.length);
    start += unitsOf(page);
    let best = 0;
    let sum = 0;
    for (const score of own) {
      best = Math.max(best, score);
      sum += score;
    }
    if (best > 0) scores.set(page.path, best + 0.2 * Math.min(best, sum - best));
  }
  return scores;
}
