import type { Issue } from '#kernel/records/issue.ts';
import type { PageProblem } from '#kernel/records/page-problem.ts';
import { startOfPage } from '#pages/mistake.ts';
import { readInside } from '#platform/files/read-inside.ts';
import { isSameIdentifier } from './identifiers.ts';
import { readTicket } from './read-ticket.ts';
import { listTickets } from './ticket-folder.ts';

export interface TicketFile {
  path: string;
  issue: Issue;
}

/** All tickets of a folder that can be read, each with the states of its blockers, and what is wrong with the others. */
export function readTickets(root: string, folder: string): { tickets: TicketFile[]; problems: PageProblem[] } {
  const read = listTickets(root, folder).map((path) => ({ path, ...readTicket(root, path, readInside(root, path) ?? '') }));
  const found = read.flatMap(({ path, issue }) => (issue === undefined ? [] : [{ path, issue }]));
  const isFirst = ({ issue }: TicketFile, index: number) => firstOf(found, issue.id) === index;
  const tickets = found.filter(isFirst);
  const again = found.filter((ticket, index) => !isFirst(ticket, index));
  return {
    tickets: tickets.map((ticket) => ({ ...ticket, issue: withStates(ticket.issue, tickets) })),
    problems: [
      ...read.flatMap(({ problems }) => problems),
      ...again.map((ticket) => twice(ticket, found[firstOf(found, ticket.issue.id)])),
    ],
  };
}

function firstOf(tickets: readonly TicketFile[], id: string): number {
  return tickets.findIndex(({ issue }) => isSameIdentifier(issue.id, id));
}

function withStates(issue: Issue, tickets: readonly TicketFile[]): Issue {
  const blockedBy = issue.blockedBy.map((blocker) => {
    const known = tickets[firstOf(tickets, blocker.identifier)]?.issue;
    return known === undefined ? blocker : { identifier: known.identifier, state: known.state };
  });
  return { ...issue, blockedBy };
}

function twice({ path, issue }: TicketFile, first: TicketFile | undefined): PageProblem {
  const message = `The ticket ${issue.id} is already in ${first?.path}.`;
  return { path, ...startOfPage, code: 'duplicate-id', message, fix: 'Give this ticket an `id` of its own.' };
}
