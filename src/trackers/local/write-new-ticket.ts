import { stringify } from 'yaml';
import { createFile } from '#platform/files/create-file.ts';
import type { IssueDraft } from '../tracker.ts';
import { nextIdentifier } from './identifiers.ts';
import { readTickets } from './read-tickets.ts';
import { writeDescription } from './ticket-body.ts';
import { listTickets } from './ticket-folder.ts';

/** Writes a ticket under the next id and returns that. Whoever wants the same id at the same time gets the one after. */
export function writeNewTicket({ root, folder }: { root: string; folder: string }, draft: IssueDraft, now: string): string {
  const known = knownNames(root, folder);
  for (;;) {
    const id = nextIdentifier(known);
    if (createFile(root, `${folder}/${id}.md`, ticketText(id, draft, now))) return id;
    known.push(id);
  }
}

/** What cannot be read has a name all the same. */
function knownNames(root: string, folder: string): string[] {
  const names = listTickets(root, folder).map((path) => path.slice(path.lastIndexOf('/') + 1, -'.md'.length));
  return [...new Set([...readTickets(root, folder).tickets.map(({ issue }) => issue.id), ...names])];
}

function ticketText(id: string, draft: IssueDraft, now: string): string {
  const { title, state = 'Todo', priority, labels = [], assignee, blockedBy = [], parent, branchName: branch, description = '' } = draft;
  const keys = {
    id,
    title,
    state,
    ...(priority === undefined ? {} : { priority }),
    ...(labels.length === 0 ? {} : { labels }),
    ...(assignee === undefined ? {} : { assignee }),
    ...(blockedBy.length === 0 ? {} : { blocked_by: blockedBy }),
    ...(parent === undefined ? {} : { parent }),
    ...(branch === undefined ? {} : { branch }),
    created: now,
    updated: now,
  };
  return `---\n${stringify(keys, { lineWidth: 0 })}---\n${writeDescription(description)}`;
}
