import type { Clock } from '#kernel/clock.ts';
import { MisuseError } from '#kernel/errors.ts';
import type { ReadingList } from '#kernel/records/reading-list.ts';
import { type GroundTask, type Rerank, readingFor } from '#knowledge/ground-reading.ts';
import { loadHarness } from '#pages/load-harness.ts';
import { harnessError } from '../harness/harness-error.ts';
import { requireRepository } from '../setup/require-repository.ts';
import { openTracker } from '../wire.ts';
import { type OnProgress, type OpenedIndex, openIndex } from './index/open-index.ts';
import { type AskedTask, readTask } from './read-task.ts';
import { ticketPieces } from './ticket-pieces.ts';
import { toReadingList } from './to-reading-list.ts';

export interface GroundRequest {
  cwd: string;
  env: Readonly<Record<string, string | undefined>>;
  clock: Clock;
  /** Tickets, paths, words. */
  task: readonly string[];
  /** Tokens of reading; default 6,000. */
  budget?: number | undefined;
  /** Entries of reading; default 10. */
  limit?: number | undefined;
  onProgress?: OnProgress | undefined;
  /** Where a model is configured it may put candidates in another order; without one the list is the same every time. */
  rerank?: Rerank | undefined;
}

/** What to read before a task is planned, in a budget of tokens, and who will judge the work. */
export async function groundTask(request: GroundRequest, signal?: AbortSignal): Promise<ReadingList> {
  const { cwd, env, clock, budget = 6000, limit = 10 } = request;
  const repository = requireRepository(cwd);
  const { root } = repository;
  const { settings, problems } = loadHarness(root, { only: 'settings' });
  if (problems.length > 0) throw harnessError(problems);
  const tracker = openTracker({ root, settings: settings.tracker, clock });
  const asked = await readTask(request.task, { root, cwd, tracker }, signal);
  refuseNothing(asked);
  const index = await openIndex(
    { repository, env, exclude: [...settings.check.exclude, ...settings.garden.exclude] },
    request.onProgress,
    signal,
  );
  const task = toTask(asked, index);
  const tickets = ticketPieces(asked.tickets, index, { budget, limit });
  const found = await readingFor(task, index, {
    budget: budget - tickets.tokens,
    limit: limit - tickets.reading.length,
    without: new Set(asked.ticketFiles),
    rerank: request.rerank,
    read: index.read,
  });
  return toReadingList({ asked, task, budget, tickets, found, index });
}

function refuseNothing({ tickets, paths, text }: AskedTask): void {
  if (tickets.length > 0 || paths.length > 0 || text.trim() !== '') return;
  throw new MisuseError('there is no task to read for.', {
    code: 'no-task',
    fix: 'Name a ticket, files, or say in words what is to be done: tackroom ground "cache the rates".',
  });
}

/** Titles count twice. Of what a ticket is a part of, or waits for, only the title says something of the task. */
function toTask({ tickets, paths, text }: AskedTask, { all, files }: OpenedIndex): GroundTask {
  const words = tickets.flatMap(({ issue: { title, description = '', comments }, isAsked }) =>
    isAsked ? [title, title, description, ...comments.map((comment) => comment.text)] : [title],
  );
  const inside = (path: string) => all.filter((file) => file === path || file.startsWith(`${path}/`));
  const said = [...words, text].join('\n');
  const named = files.filter((file) => said.includes(file));
  return { text: said, files: [...new Set([...paths.flatMap(inside), ...named])].slice(0, mostNamed) };
}

/** A folder is named to say where, not to say everything in it. */
const mostNamed = 60;
