import path from 'node:path';
import type { Issue } from '#kernel/records/issue.ts';
import type { PageProblem } from '#kernel/records/page-problem.ts';
import { ticketSchema } from '#kernel/records/ticket.ts';
import { readDataFile } from '#pages/read-data-file.ts';
import { splitTicket } from './split-ticket.ts';
import { readBody } from './ticket-body.ts';

/** One file of the folder: the issue it holds, with blockers by their names only, or why it holds none. */
export type TicketReading = { issue: Issue; problems: [] } | { issue?: undefined; problems: PageProblem[] };

export function readTicket(root: string, file: string, text: string): TicketReading {
  const { data, problems } = readDataFile(root, file, { schema: ticketSchema });
  if (data === undefined) return { problems };
  const { description, comments } = readBody(splitTicket(text).body);
  const id = data.id ?? path.posix.basename(file, '.md');
  return {
    problems: [],
    issue: {
      id,
      identifier: id,
      title: data.title,
      ...(description === '' ? {} : { description }),
      ...(data.priority === 0 ? {} : { priority: data.priority }),
      state: data.state,
      ...(data.branch === undefined ? {} : { branchName: data.branch }),
      path: file,
      labels: data.labels.map((label) => label.toLowerCase()),
      ...(data.assignee === undefined ? {} : { assignee: data.assignee }),
      ...(data.parent === undefined ? {} : { parent: data.parent }),
      blockedBy: data.blocked_by.map((identifier) => ({ identifier })),
      comments,
      ...(data.created === undefined ? {} : { createdAt: data.created }),
      ...(data.updated === undefined ? {} : { updatedAt: data.updated }),
    },
  };
}
