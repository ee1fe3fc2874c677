import type { Clock } from '#kernel/clock.ts';
import type { Issue } from '#kernel/records/issue.ts';
import type { IssueList, Tracker } from '../tracker.ts';
import { findTicket, requireTicket } from './find-ticket.ts';
import { compareIdentifiers } from './identifiers.ts';
import { readTickets } from './read-tickets.ts';
import { rewriteTicket, type TicketEdit } from './rewrite-ticket.ts';
import { addComment } from './ticket-body.ts';
import { writeNewTicket } from './write-new-ticket.ts';

export interface LocalTrackerOptions {
  /** Real path of the worktree. */
  root: string;
  /** Of the tickets, relative to it. */
  folder: string;
  clock: Clock;
}

/** Tickets as Markdown files of the repository, one a file: people read, write and review them as all else. */
export function openLocalTracker(options: LocalTrackerOptions): Tracker {
  const now = () => new Date(options.clock.now()).toISOString().replace(/\.\d{3}Z$/, 'Z');
  return {
    list: (query, signal) => answer(() => listIssues(options, query?.states), signal),
    get: (id, signal) => answer(() => findTicket(options, id)?.issue, signal),
    create: (draft, signal) => answer(() => requireTicket(options, writeNewTicket(options, draft, now())).issue, signal),
    setState: (id, state, signal) => answer(() => change(options, id, ({ body }) => ({ keys: { state, updated: now() }, body })), signal),
    comment: (id, { text, author }, signal) => {
      const remark = { at: now(), text, ...(author === undefined ? {} : { author }) };
      return answer(() => change(options, id, ({ body }) => ({ keys: { updated: remark.at }, body: addComment(body, remark) })), signal);
    },
  };
}

/** Other trackers are asked over a network: what is thrown here comes as theirs, too. */
function answer<T>(step: () => T, signal: AbortSignal | undefined): Promise<T> {
  return new Promise((resolve) => {
    signal?.throwIfAborted();
    resolve(step());
  });
}

function listIssues({ root, folder }: LocalTrackerOptions, states: readonly string[] | undefined): IssueList {
  const { tickets, problems } = readTickets(root, folder);
  const wanted = states?.map((state) => state.toLowerCase());
  const issues = tickets.map(({ issue }) => issue).filter(({ state }) => wanted === undefined || wanted.includes(state.toLowerCase()));
  return { issues: issues.sort((a, b) => compareIdentifiers(a.identifier, b.identifier)), problems };
}

function change(options: LocalTrackerOptions, id: string, edit: TicketEdit): Issue {
  const { path } = requireTicket(options, id);
  rewriteTicket(options.root, path, edit);
  return requireTicket(options, id).issue;
}
