import type { Repository } from '#platform/git/find-repository.ts';
import { readBranch } from '#platform/git/read-head.ts';

/** Whether it is worth asking for a ticket: identifiers of tickets have a number in them. */
export function mayNameTicket(repository: Repository, env: Readonly<Record<string, string | undefined>>): boolean {
  const name = env.TACKROOM_TICKET ?? readBranch(repository) ?? '';
  return env.TACKROOM_TICKET !== undefined || /\d/.test(name);
}
