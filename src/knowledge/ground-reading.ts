import { type ChosenJourney, chooseJourneys } from './ground/choose-journeys.ts';
import { type ChooseOptions, type Chosen, chooseReading } from './ground/choose-reading.ts';
import { likelyFiles } from './ground/likely-files.ts';
import { likelyTests } from './ground/likely-tests.ts';
import { ownersOfFiles } from './ground/owners-of-files.ts';
import type { Judges } from './ground/rank-judges.ts';
import { rankTask, type Task } from './ground/rank-task.ts';
import type { GroundIndex, PageFacts } from './ground-index.ts';

export type GroundTask = Task;
/** Puts candidates in another order, best first. */
export type Rerank = (candidates: readonly PageFacts[]) => Promise<readonly string[]>;

/** What bears on a task, and who and what will judge the work. */
export interface Grounding extends Chosen {
  journeys: ChosenJourney[];
  tests: string[];
  judges: Judges;
  /** Files that will most likely be touched, the likeliest first. */
  files: { path: string; why: string }[];
  owners: string[];
}

export interface GroundOptions extends Omit<ChooseOptions, 'task'> {
  /** Text of a file of the repository. */
  read(path: string): string | undefined;
}

/** What to read before a task is planned: by words, by links, by what changed together. The same for the same index, unless a model reranks. */
export async function readingFor(task: GroundTask, index: GroundIndex, { read, ...options }: GroundOptions): Promise<Grounding> {
  const ranking = rankTask(task, index);
  const journeys = chooseJourneys(ranking, index.pages, read);
  const without = new Set([...options.without, ...journeys.map(({ page }) => page.path)]);
  const files = likelyFiles(ranking, task);
  return {
    ...(await chooseReading(ranking, index, { ...options, task: task.text, without })),
    journeys,
    tests: likelyTests([...ranking.files.keys()], index.files),
    judges: ranking.judges,
    files,
    owners: ownersOfFiles(
      files.map(({ path }) => path),
      read,
    ),
  };
}
