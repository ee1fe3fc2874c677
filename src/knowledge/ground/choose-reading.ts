import type { GroundIndex, PageFacts } from '../ground-index.ts';
import { explain } from './explain.ts';
import { oneSection, type Piece, pieceOf, unitStarts } from './page-sections.ts';
import type { Ranking } from './rank-task.ts';
import { replaceSuperseded } from './stand-ins.ts';

export interface ChosenPiece extends Piece {
  why: string;
}

export interface Chosen {
  /** In the order to read it; the best first. */
  reading: ChosenPiece[];
  leftOut: Piece[];
  /** Completed plans of work like this. */
  history: PageFacts[];
}

export interface ChooseOptions {
  task: string;
  /** Tokens that all reading takes at most. */
  budget: number;
  /** Entries at most. */
  limit: number;
  /** Paths that are named elsewhere already. */
  without: ReadonlySet<string>;
  /** Puts candidates in another order, best first; where a model is configured it may. Those that it does not name come last. */
  rerank?: Rerank | undefined;
}

type Rerank = (candidates: readonly PageFacts[]) => Promise<readonly string[]>;

/** What answers less than this share of the best is not worth the reading. */
const leastShare = 0.2;
const mostCandidates = 24;
const mostHistory = 2;

/** Kinds that are read to understand; who judges is said elsewhere. Documents that are no pages say more in passing. */
const kindWeights: Partial<Record<PageFacts['kind'], number>> = {
  decision: 1,
  design: 1.1,
  runbook: 1,
  plan: 1,
  journey: 0.9,
  lesson: 0.8,
  document: 0.75,
};

/** Which pages, or which sections of them, to read before a task, in a budget of tokens that is kept. */
export async function chooseReading(ranking: Ranking, index: GroundIndex, options: ChooseOptions): Promise<Chosen> {
  const byPath = new Map(index.pages.map((page) => [page.path, page]));
  const starts = unitStarts(index.pages);
  const scoresOf = (page: PageFacts) => {
    const start = starts.get(page.path) ?? 0;
    return ranking.units.subarray(start, start + page.sections.length);
  };
  const { scores, standsFor } = replaceSuperseded(ranking.pages, byPath);
  const candidates = candidatesOf(scores, byPath).filter(({ path }) => !options.without.has(path));
  const ordered = await inOrder(candidates.filter(isCurrent), options.rerank);
  const pieces = ordered.map((page) => pieceOf(page, scoresOf(page)));
  const { fitting, leftOut } = takeFitting(pieces, options, (page) => oneSection(page, scoresOf(page)));
  const reading = fitting.map((piece) => ({
    ...piece,
    why: explain(piece, {
      task: options.task,
      index,
      start: starts.get(piece.page.path) ?? 0,
      ranking,
      standsFor: standsFor.get(piece.page.path) ?? [],
    }),
  }));
  return { reading, leftOut, history: candidates.filter(({ plan }) => plan?.stage === 'completed').slice(0, mostHistory) };
}

function candidatesOf(scores: ReadonlyMap<string, number>, pages: ReadonlyMap<string, PageFacts>): PageFacts[] {
  const weighed = [...scores].flatMap(([path, score]) => {
    const page = pages.get(path);
    const weight = page === undefined ? undefined : kindWeights[page.kind];
    return page === undefined || weight === undefined || !isReadable(page) ? [] : [{ page, score: score * weight }];
  });
  const least = leastShare * Math.max(0, ...weighed.map(({ score }) => score));
  return weighed
    .filter(({ score }) => score >= least)
    .sort((a, b) => b.score - a.score || (a.page.path < b.page.path ? -1 : 1))
    .slice(0, mostCandidates)
    .map(({ page }) => page);
}

/** What was turned down, or taken back, is nobody's guide. */
function isReadable({ decision, isOutdated }: PageFacts): boolean {
  return isOutdated !== true && !(decision !== undefined && ['rejected', 'deprecated', 'superseded'].includes(decision.state));
}

function isCurrent({ plan }: PageFacts): boolean {
  return plan?.stage !== 'completed';
}

async function inOrder(candidates: readonly PageFacts[], rerank: Rerank | undefined): Promise<readonly PageFacts[]> {
  if (rerank === undefined) return candidates;
  const places = new Map((await rerank(candidates)).map((path, place) => [path, place]));
  const placeOf = ({ path }: PageFacts) => places.get(path) ?? places.size;
  return candidates.toSorted((a, b) => placeOf(a) - placeOf(b));
}

/** Takes what fits, the best first. A page that is too long gives its best section; what is left out is told. */
function takeFitting(
  pieces: readonly Piece[],
  { budget, limit }: ChooseOptions,
  shorter: (page: PageFacts) => Piece | undefined,
): { fitting: Piece[]; leftOut: Piece[] } {
  const fitting: Piece[] = [];
  const leftOut: Piece[] = [];
  let left = budget;
  for (const piece of pieces) {
    const section = piece.tokens > left ? shorter(piece.page) : piece;
    if (fitting.length < limit && section !== undefined && section.tokens <= left) {
      fitting.push(section);
      left -= section.tokens;
    } else leftOut.push(piece);
  }
  return { fitting, leftOut };
}
