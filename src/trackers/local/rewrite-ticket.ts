import { PlatformError } from '#platform/errors.ts';
import { openTarget, stageWrite } from '#platform/files/write-files.ts';
import { editHead } from './edit-head.ts';
import { splitTicket } from './split-ticket.ts';

/** What a ticket's file becomes: keys of its front matter that are set, and its body. */
export type TicketEdit = (ticket: { body: string }) => { keys: Readonly<Record<string, string>>; body: string };

/** Others may write the same ticket at the same time: people, agents, machines. */
const mostTries = 20;

/** Rewrites a ticket in one step. Where somebody else wrote it meanwhile, the edit is made again on what they wrote. */
export function rewriteTicket(root: string, path: string, edit: TicketEdit): void {
  for (let left = mostTries; left > 0; left--) {
    const target = openTarget(root, path);
    const { head, body } = splitTicket(target.text ?? '');
    const { keys, body: after } = edit({ body });
    const staged = stageWrite(target, editHead(head, keys) + after);
    if (openTarget(root, path).text === target.text) {
      staged.commit();
      return;
    }
    staged.discard();
  }
  throw new PlatformError(`${path} was written by somebody else ${mostTries} times while it was to be changed.`, {
    code: 'ticket-busy',
    facts: { path },
    fix: 'Find out what keeps writing it, then try again.',
  });
}
