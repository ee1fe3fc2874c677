import { MisuseError } from '#kernel/errors.ts';
import type { PageProblem } from '#kernel/records/page-problem.ts';
import { nearest } from '#pages/nearest.ts';
import { pageName } from '#pages/page-kinds.ts';
import { renderProblems } from '#pages/render-problems.ts';
import { isSameIdentifier } from './identifiers.ts';
import { readTickets, type TicketFile } from './read-tickets.ts';

interface Place {
  root: string;
  folder: string;
}

/** The ticket that is called so, by its id or its file. One that is there and cannot be read is an error that says why. */
export function findTicket({ root, folder }: Place, name: string): TicketFile | undefined {
  const { tickets, problems } = readTickets(root, folder);
  const found = findIn(tickets, name);
  if (found !== undefined) return found;
  const broken = problems.filter(({ path }) => isSameIdentifier(pageName(path), name));
  if (broken.length > 0) throw brokenTicket(name, broken);
  return undefined;
}

/** The same for whoever cannot do without it. */
export function requireTicket(place: Place, name: string): TicketFile {
  const found = findTicket(place, name);
  if (found !== undefined) return found;
  const known = readTickets(place.root, place.folder).tickets.map(({ issue }) => issue.identifier);
  const meant = nearest(name, known);
  throw new MisuseError(`there is no ticket ${name} in ${place.folder}/.`, {
    code: 'no-ticket',
    facts: { name, folder: place.folder },
    fix: meant === undefined ? `Name one of its ${known.length} tickets.` : `Did you mean ${meant}?`,
  });
}

function findIn(tickets: readonly TicketFile[], name: string): TicketFile | undefined {
  return (
    tickets.find(({ issue }) => isSameIdentifier(issue.id, name)) ?? tickets.find(({ path }) => isSameIdentifier(pageName(path), name))
  );
}

function brokenTicket(name: string, problems: readonly PageProblem[]): MisuseError {
  return new MisuseError(`the ticket ${name} cannot be read:\n${renderProblems(problems)}`, {
    code: 'broken-ticket',
    facts: { problems },
    fix: 'Mend the file named above, then run the command again.',
  });
}
