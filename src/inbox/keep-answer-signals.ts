import path from 'node:path';
import type { Question } from '#kernel/records/question.ts';
import type { SpoolEvent } from '#kernel/records/spool-event.ts';
import { listEntries } from '#platform/files/list-folder.ts';
import { createState } from '#platform/state/create-state.ts';
import { Spool } from '#platform/state/spool.ts';
import { InboxError } from './errors.ts';
import { type Deed, questionFolder, readDeed, readQuestion } from './question-files.ts';

/**
 * Appends each answer that is not there yet to the spool. It is marked afterwards: when we are killed in
 * between, it comes twice, with the same question and time, and never not at all.
 */
export function keepAnswerSignals(stateFolder: string, now: number): void {
  const folder = questionFolder(stateFolder);
  const names = new Set(listEntries(folder).map(({ name }) => name));
  for (const name of names) {
    const [, id, number] = /^([0-9a-z]{6})\.(\d+)\.json$/.exec(name) ?? [];
    if (id === undefined || number === undefined || names.has(`${id}.${number}.kept`)) continue;
    if (keep(stateFolder, { id, number: Number(number) }, now)) createState(path.join(folder, `${id}.${number}.kept`), '');
  }
}

/** False where a file is broken: who lists the questions is told of it, and nothing is lost when it is mended. */
function keep(stateFolder: string, { id, number }: { id: string; number: number }, now: number): boolean {
  const folder = questionFolder(stateFolder);
  try {
    const deed = readDeed(folder, id, number);
    const question = readQuestion(folder, id, now);
    if (deed?.kind === 'answer' && question !== undefined) append(stateFolder, question, { deed, amends: number > 1 });
    return true;
  } catch (error) {
    if (error instanceof InboxError) return false;
    throw error;
  }
}

type Answer = Extract<Deed, { kind: 'answer' }>;

function append(stateFolder: string, question: Question, { deed, amends }: { deed: Answer; amends: boolean }): void {
  const { text, option, by, at } = deed;
  const { id, text: asked, options, askedAt, from } = question;
  const answer = { text, ...(option === undefined ? {} : { option }), by, at };
  const event: SpoolEvent = {
    type: 'signal',
    kind: 'answer',
    question: { id, text: asked, options, askedAt, ...known(from) },
    answer,
    amends,
  };
  new Spool(stateFolder).append({ at: Date.parse(at), session: inboxSession, agent: from.agent ?? 'unknown' }, [event]);
}

/**
 * Not the session that asked, which stands in the event: its file in the spool says that hooks of it were called, and which session
 * asks is the word of whoever asks.
 */
const inboxSession = 'inbox';

/** Without keys that say nothing. */
function known({ worktree, branch, session, run, agent }: Question['from']) {
  return {
    worktree,
    ...(branch === undefined ? {} : { branch }),
    ...(session === undefined ? {} : { session }),
    ...(run === undefined ? {} : { run }),
    ...(agent === undefined ? {} : { agent }),
  };
}
