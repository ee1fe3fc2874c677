import type { Clock } from '#kernel/clock.ts';
import type { Issue } from '#kernel/records/issue.ts';
import type { ReadingList } from '#kernel/records/reading-list.ts';
import { loadHarness } from '#pages/load-harness.ts';
import { findRepository, type Repository } from '#platform/git/find-repository.ts';
import { readBranch } from '#platform/git/read-head.ts';
import { openTracker } from '../wire.ts';
import { groundTask } from './ground-task.ts';
import { isIndexed } from './index/is-indexed.ts';

export interface TicketBriefRequest {
  cwd: string;
  env: Readonly<Record<string, string | undefined>>;
  clock: Clock;
  /** After so long the brief goes without a reading list. Default 800. */
  withinMs?: number;
}

const mostEntries = 4;

/**
 * What a session hears at its start of the ticket it works on: the one that `TACKROOM_TICKET` or the name of its branch names, and the
 * first lines of its reading list where that is known by now. Undefined where there is no such ticket.
 */
export async function briefOfTicket(request: TicketBriefRequest, signal?: AbortSignal): Promise<string | undefined> {
  const repository = findRepository(request.cwd);
  const name = repository === undefined ? undefined : (request.env.TACKROOM_TICKET ?? readBranch(repository));
  if (repository === undefined || name === undefined || name === '') return undefined;
  const issue = await findIssue(name, { ...request, root: repository.root }, signal);
  if (issue === undefined) return undefined;
  const lead = `This is about ticket ${issue.identifier} (${issue.state}): ${oneLine(issue.title)}.`;
  const list = await quickList(issue, { ...request, repository }, signal);
  const known = list === undefined || list.reading.length === 0 ? '' : `${firstLines(list)}\n`;
  return `${lead} ${known}The whole reading list: tackroom ground ${issue.identifier}`;
}

/** The longest identifier that the name holds as a word: `anna/TR-12-retries` speaks of TR-12, not of TR-1. */
async function findIssue(
  name: string,
  { root, clock }: Pick<TicketBriefRequest, 'clock'> & { root: string },
  signal?: AbortSignal,
): Promise<Issue | undefined> {
  const { settings } = loadHarness(root, { only: 'settings' });
  const { issues } = await openTracker({ root, settings: settings.tracker, clock }).list({}, signal);
  const spoken = name.toLowerCase();
  return issues
    .filter(({ identifier }) => isWordOf(spoken, identifier.toLowerCase()))
    .sort((a, b) => b.identifier.length - a.identifier.length)[0];
}

function isWordOf(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    const around = text.charAt(at - 1) + text.charAt(at + word.length);
    if (!/[a-z0-9]/.test(around)) return true;
  }
  return false;
}

/** Only where an index was made before: a session does not wait for one. */
async function quickList(
  issue: Issue,
  { cwd, env, clock, repository, withinMs = 800 }: TicketBriefRequest & { repository: Repository },
  signal?: AbortSignal,
): Promise<ReadingList | undefined> {
  if (!isIndexed({ repository, env })) return undefined;
  const late = AbortSignal.timeout(withinMs);
  try {
    const either = signal === undefined ? late : AbortSignal.any([signal, late]);
    return await groundTask({ cwd, env, clock, task: [issue.identifier], limit: mostEntries + 1 }, either);
  } catch (error) {
    if (late.aborted && signal?.aborted !== true) return undefined;
    throw error;
  }
}

function firstLines({ reading }: ReadingList): string {
  const lines = reading.slice(0, mostEntries).map(({ number, path, section, title, tokens }) => {
    const where = path === undefined ? '' : ` ${path}${section === undefined ? '' : `#${section}`}`;
    return `${number}.${where} (${tokens}) ${oneLine(title)}`;
  });
  return `Read before you plan:\n${lines.join('\n')}`;
}

/** A title is text of anybody. */
function oneLine(text: string): string {
  return text
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, 100);
}
