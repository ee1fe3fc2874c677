import { newQuestionId } from '#inbox/new-question-id.ts';
import { postCancel, postQuestion } from '#inbox/post-mail.ts';
import { fileQuestion } from '#inbox/question-files.ts';
import { settleQuestion } from '#inbox/settle-question.ts';
import type { Clock } from '#kernel/clock.ts';
import { MisuseError } from '#kernel/errors.ts';
import { type FiledQuestion, type Question, questionTextSchema } from '#kernel/records/question.ts';
import { waitUntil } from '#platform/watch/wait-until.ts';
import { askerOf } from './asker-of.ts';
import { findQuestion, unknownQuestion } from './find-question.ts';
import { type InboxPlace, inboxPlace } from './inbox-place.ts';
import { lateFor } from './late-for.ts';
import { notWritable } from './not-writable.ts';
import { personName } from './person-name.ts';
import { readContext } from './read-context.ts';

export interface AskPlace {
  cwd: string;
  env: Readonly<Record<string, string | undefined>>;
  clock: Clock;
}

export interface AskRequest extends AskPlace {
  text: string;
  context?: string;
  /** The file that holds the context, relative to `cwd`. */
  contextFile?: string;
  options?: readonly string[];
  /** After that nobody waits for the answer any more; default 7 days. */
  expiresInMs?: number;
  /** Who asks, where the environment does not say it. */
  agent?: string;
}

const week = 7 * 24 * 3_600_000;

/**
 * Files a question to people and returns it with its id, the ticket. Where the state folder cannot be written, as in an agent's
 * sandbox, it is put into the mailbox of the worktree.
 */
export function ask(request: AskRequest): Question {
  const place = inboxPlace(request.cwd, request.env);
  for (;;) {
    const question = toQuestion(place, request);
    const created = fileQuestion(place.questions, question);
    if (created === 'there') continue; // another question has this id
    if (created === 'made') return { ...question, state: 'open', earlier: [] };
    const posted: FiledQuestion = { ...question, through: 'mailbox' };
    postQuestion(place.root, posted);
    return { ...posted, state: 'posted', earlier: [] };
  }
}

function toQuestion(place: InboxPlace, request: AskRequest): FiledQuestion {
  const { text, contextFile, options = [], expiresInMs = week } = request;
  const context = contextFile === undefined ? request.context : readContext(request.cwd, contextFile);
  const now = request.clock.now();
  const said = { text, options: [...options], ...(context === undefined ? {} : { context }) };
  const parsed = questionTextSchema.safeParse(said);
  if (!parsed.success) throw notAQuestion(parsed.error.issues);
  const asker = askerOf(place, request.env);
  return {
    ...parsed.data,
    version: 1,
    id: newQuestionId(),
    from: request.agent === undefined ? asker : { agent: request.agent.slice(0, 100), ...asker },
    through: 'state',
    askedAt: new Date(now).toISOString(),
    expiresAt: new Date(now + expiresInMs).toISOString(),
  };
}

function notAQuestion(issues: readonly { path: PropertyKey[]; message: string }[]): MisuseError {
  const [first] = issues;
  const where = first === undefined || first.path.length === 0 ? '' : ` (${first.path.join('.')})`;
  return new MisuseError(`This cannot be asked: ${first?.message ?? 'it is no question'}${where}.`, {
    code: 'not-a-question',
    fix: 'A question has 1 to 4,000 characters, its context at most 20,000, and at most 12 options of 1 to 300.',
  });
}

/** What became of a question. */
export function readTicket({ cwd, env, clock }: AskPlace, id: string): Question {
  return findQuestion(inboxPlace(cwd, env), id, clock.now());
}

/** File systems that tell of no change, such as a folder mounted into a container, are asked this often. */
const lookEveryMs = 1_000;

/** Waits until a person has answered or the question has otherwise come to an end; after `timeoutMs` it is returned as it stands. */
export async function waitForAnswer(about: AskPlace & { id: string; timeoutMs: number }, signal?: AbortSignal): Promise<Question> {
  const place = inboxPlace(about.cwd, about.env);
  const look = () => findQuestion(place, about.id, about.clock.now());
  const { id } = look();
  const places = [
    { folder: place.questions, names: new Set([`${id}.1.json`]) },
    { folder: `${place.root}/.tackroom/answers`, names: new Set([`${id}.json`]) },
  ];
  const settled = await waitUntil(() => ifSettled(look()), { places, everyMs: lookEveryMs, timeoutMs: about.timeoutMs }, signal);
  return settled ?? look();
}

function ifSettled(question: Question): Question | undefined {
  return question.state === 'open' || question.state === 'posted' ? undefined : question;
}

/** Its asker takes a question back. */
export async function cancelQuestion({ cwd, env, clock }: AskPlace, id: string, signal?: AbortSignal): Promise<Question> {
  const place = inboxPlace(cwd, env);
  const now = clock.now();
  const question = findQuestion(place, id, now);
  if (question.state === 'posted') return withdrawByMail(place, question, now);
  const by = await personName(place.root, env, signal);
  const withdrawal = { kind: 'withdrawal', by, at: new Date(now).toISOString(), reason: 'its asker took it back' } as const;
  const done = settleQuestion(place.questions, { id: question.id, amend: false, now }, withdrawal);
  if (done.kind === 'settled') return done.question;
  if (done.kind === 'late') throw lateFor(done.question, 'withdraw');
  if (question.through === 'mailbox' && question.from.worktree === place.root) return withdrawByMail(place, question, now);
  throw done.kind === 'unknown' ? unknownQuestion(place, id) : notWritable(place);
}

function withdrawByMail(place: InboxPlace, question: Question, now: number): Question {
  if (question.state !== 'open' && question.state !== 'posted') throw lateFor(question, 'withdraw');
  postCancel(place.root, question.id);
  return { ...question, state: 'withdrawn', withdrawn: { by: 'its asker', at: new Date(now).toISOString() } };
}
