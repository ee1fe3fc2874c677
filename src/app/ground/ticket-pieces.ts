import { countTokens } from '#delivery/count-tokens.ts';
import type { Issue } from '#kernel/records/issue.ts';
import type { ReadingEntry, ReadingPiece } from '#kernel/records/reading-list.ts';
import { type PageFacts, tokensOf } from '#knowledge/ground-index.ts';
import type { AskedTicket } from './read-task.ts';

export interface TicketPieces {
  reading: Omit<ReadingEntry, 'number'>[];
  leftOut: ReadingPiece[];
  /** Of what is to be read. */
  tokens: number;
}

/** Tickets come first in the reading, as far as they fit. */
export function ticketPieces(
  tickets: readonly AskedTicket[],
  { pages }: { pages: readonly PageFacts[] },
  most: { budget: number; limit: number },
): TicketPieces {
  const byPath = new Map(pages.map((page) => [page.path, page]));
  const pieces: TicketPieces = { reading: [], leftOut: [], tokens: 0 };
  for (const { issue, why } of tickets) {
    const page = issue.path === undefined ? undefined : byPath.get(issue.path);
    const tokens = page === undefined ? countTokens(textOf(issue)) : tokensOf(page);
    const path = issue.path === undefined ? {} : { path: issue.path };
    const piece = { kind: 'ticket' as const, ...path, title: `${issue.identifier} ${issue.title}`, tokens };
    if (pieces.reading.length >= most.limit || pieces.tokens + tokens > most.budget) pieces.leftOut.push(piece);
    else {
      pieces.reading.push({ ...piece, why: `${why}, ${issue.state}${blockers(issue)}` });
      pieces.tokens += tokens;
    }
  }
  return pieces;
}

function blockers({ blockedBy }: Issue): string {
  const names = blockedBy.map(({ identifier, state = 'unknown' }) => `${identifier} (${state})`);
  return names.length === 0 ? '' : `, blocked by ${names.join(', ')}`;
}

function textOf({ title, description = '', comments }: Issue): string {
  return [title, description, ...comments.map(({ at, author = '', text }) => `${at} ${author}\n${text}`)].join('\n');
}
