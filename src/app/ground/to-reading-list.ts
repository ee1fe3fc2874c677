import { countTokens } from '#delivery/count-tokens.ts';
import { type ReadingList, type ReadingPiece, readingListSchema } from '#kernel/records/reading-list.ts';
import type { ChosenJourney } from '#knowledge/choose-journeys.ts';
import type { Chosen } from '#knowledge/choose-reading.ts';
import { likelyTests } from '#knowledge/likely-tests.ts';
import { ownersOfFiles } from '#knowledge/owners-of-files.ts';
import type { Ranking, Task } from '#knowledge/rank-task.ts';
import type { OpenedIndex } from './index/open-index.ts';
import type { AskedTask } from './read-task.ts';
import type { TicketPieces } from './ticket-pieces.ts';

export interface Grounded {
  asked: AskedTask;
  task: Task;
  budget: number;
  tickets: TicketPieces;
  chosen: Chosen;
  journeys: readonly ChosenJourney[];
  ranking: Ranking;
  index: OpenedIndex;
}

const mostFiles = 8;
const leastFileShare = 0.2;
const mostGuardrails = 10;
const mostBullets = 10;

export function toReadingList({ asked, task, budget, tickets, chosen, journeys, ranking, index }: Grounded): ReadingList {
  const likely = likelyFiles(ranking);
  const reading = [...tickets.reading, ...chosen.reading.map((piece) => ({ ...toPiece(piece), why: piece.why }))];
  return {
    version: 1,
    task: {
      text: asked.text,
      tickets: asked.tickets.flatMap(({ issue, isAsked }) => (isAsked ? [issue.identifier] : [])),
      files: [...task.files],
    },
    budget,
    tokens: reading.reduce((sum, { tokens }) => sum + tokens, 0),
    reading: reading.map((entry, place) => ({ number: place + 1, ...entry })),
    leftOut: [...tickets.leftOut, ...chosen.leftOut.map(toPiece)],
    history: chosen.history.map(({ path, title }) => ({ path, title })),
    qa: { journeys: journeys.map(toJourney), tests: likelyTests([...ranking.files.keys()], index.files) },
    judges: judgesOf(ranking),
    files: likely.map((path) => ({ path, why: whyLikely(path, task, ranking), tokens: countTokens(index.read(path) ?? '') })),
    owners: ownersOfFiles(likely, index.read),
    index: { pages: index.pages.length, files: index.files.length, commits: index.history.times.length },
  };
}

function likelyFiles({ files }: Ranking): string[] {
  const most = Math.max(0, ...files.values());
  return [...files].flatMap(([path, score]) => (score >= leastFileShare * most ? [path] : [])).slice(0, mostFiles);
}

function whyLikely(path: string, { files }: Task, { beside }: Ranking): string {
  if (files.includes(path)) return 'the task names it';
  return (beside.get(path) ?? 0) > 0.3 ? 'its words, and it changed with work like this' : 'its words';
}

function toPiece({ page, section, tokens }: Chosen['leftOut'][number]): ReadingPiece {
  const facts = section === undefined ? undefined : page.sections[section];
  const about = facts === undefined ? { title: page.title } : { section: facts.slug, title: `${page.title}: ${facts.title}` };
  return { kind: kindOf(page.kind), path: page.path, ...about, tokens };
}

const kinds = readingListSchema.shape.reading.element.shape.kind;

function kindOf(kind: string): ReadingPiece['kind'] {
  return kinds.safeParse(kind).data ?? 'document';
}

function toJourney({ page, why }: ChosenJourney): ReadingList['qa']['journeys'][number] {
  const { path, title, screens = [], routes = [], steps = [] } = page;
  return { path, title, screens, routes, steps: steps.length, why };
}

function judgesOf({ judges }: Ranking): ReadingList['judges'] {
  const guardrails = judges.guardrails.filter(({ files }) => files.length > 0).slice(0, mostGuardrails);
  const bullets = judges.bullets.filter(({ files }) => files.length > 0).slice(0, mostBullets);
  return {
    guardrails: guardrails.map(({ page: { name, title, priority, path }, files }) => ({
      id: name ?? path,
      title,
      ...(priority === undefined ? {} : { priority }),
      path,
      files,
    })),
    bullets: bullets.map(({ page: { name, path }, bullet, files }) => ({
      persona: name ?? path,
      bullet: bullet?.id ?? '',
      text: bullet?.text ?? '',
      path,
      files,
    })),
  };
}
