import { countTokens } from '#delivery/count-tokens.ts';
import { type ReadingList, type ReadingPiece, readingListSchema } from '#kernel/records/reading-list.ts';
import type { Grounding, GroundTask } from '#knowledge/ground-reading.ts';
import type { OpenedIndex } from './index/open-index.ts';
import type { AskedTask } from './read-task.ts';
import type { TicketPieces } from './ticket-pieces.ts';

export interface Grounded {
  asked: AskedTask;
  task: GroundTask;
  budget: number;
  tickets: TicketPieces;
  found: Grounding;
  index: OpenedIndex;
}

const mostGuardrails = 10;
const mostBullets = 10;

/** What was found in the shape that is published. */
export function toReadingList({ asked, task, budget, tickets, found, index }: Grounded): ReadingList {
  const reading = [...tickets.reading, ...found.reading.map((piece) => ({ ...toPiece(piece), why: piece.why }))];
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
    leftOut: [...tickets.leftOut, ...found.leftOut.map(toPiece)],
    history: found.history.map(({ path, title }) => ({ path, title })),
    qa: { journeys: found.journeys.map(toJourney), tests: found.tests },
    judges: judgesOf(found),
    files: found.files.map((file) => ({ ...file, tokens: countTokens(index.read(file.path) ?? '') })),
    owners: found.owners,
    index: { pages: index.pages.length, files: index.files.length, commits: index.history.times.length },
  };
}

function toPiece({ page, section, tokens }: Grounding['leftOut'][number]): ReadingPiece {
  const facts = section === undefined ? undefined : page.sections[section];
  const about = facts === undefined ? { title: page.title } : { section: facts.slug, title: `${page.title}: ${facts.title}` };
  return { kind: kindOf(page.kind), path: page.path, ...about, tokens };
}

const kinds = readingListSchema.shape.reading.element.shape.kind;

function kindOf(kind: string): ReadingPiece['kind'] {
  return kinds.safeParse(kind).data ?? 'document';
}

function toJourney({ page, why }: Grounding['journeys'][number]): ReadingList['qa']['journeys'][number] {
  const { path, title, screens = [], routes = [], steps = [] } = page;
  return { path, title, screens, routes, steps: steps.length, why };
}

function judgesOf({ judges }: Grounding): ReadingList['judges'] {
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
