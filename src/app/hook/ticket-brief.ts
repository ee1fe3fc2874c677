import { systemClock } from '#kernel/clock.ts';
import { briefOfTicket } from '../ground/brief-of-ticket.ts';

/** What a session hears of the ticket it works on; undefined where there is none. */
export function ticketBrief(cwd: string, env: Readonly<Record<string, string | undefined>>): Promise<string | undefined> {
  return briefOfTicket({ cwd, env, clock: systemClock });
}
