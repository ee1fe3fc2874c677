import { keepAnswerSignals } from '#inbox/keep-answer-signals.ts';
import { listOpenQuestions } from '#inbox/list-open-questions.ts';
import type { Deed } from '#inbox/question-files.ts';
import { replyWithQuestion } from '#inbox/reply-mail.ts';
import { settleQuestion } from '#inbox/settle-question.ts';
import { MisuseError } from '#kernel/errors.ts';
import type { Question } from '#kernel/records/question.ts';
import type { QuestionList } from '#kernel/records/question-list.ts';
import { findQuestion, unknownQuestion } from './find-question.ts';
import { type InboxPlace, inboxPlace } from './inbox-place.ts';
import { lateFor } from './late-for.ts';
import { notWritable } from './not-writable.ts';
import { personName } from './person-name.ts';
import { type MailboxAbout, pickUpMailboxes } from './pick-up-mailbox.ts';

export interface AnswerPlace extends MailboxAbout {
  cwd: string;
}

/** The questions that wait for an answer in any worktree of the repository, oldest first. */
export function listQuestions({ cwd, ...about }: AnswerPlace): QuestionList {
  const { refused } = pickUpMailboxes(cwd, about);
  const { questions, broken } = listOpenQuestions(inboxPlace(cwd, about.env).questions, about.clock.now());
  return { version: 1, questions, refused: [...refused, ...broken] };
}

/** One question, whatever became of it. */
export function showQuestion({ cwd, ...about }: AnswerPlace, id: string): Question {
  pickUpMailboxes(cwd, about);
  return findQuestion(inboxPlace(cwd, about.env), id, about.clock.now());
}

/** What a person says to a question: one of its options by number, or a text. */
export interface Given {
  id: string;
  text?: string;
  /** From 1. */
  option?: number;
  /** In the place of the answer that is there. */
  amend?: boolean;
  /** The text is meant although it is none of the options. */
  other?: boolean;
}

/** Answers a question; the agent that waits for it hears of it within a second, and it is kept as a signal. */
export async function answerQuestion(about: AnswerPlace, given: Given, signal?: AbortSignal): Promise<Question> {
  const question = showQuestion(about, given.id);
  const place = inboxPlace(about.cwd, about.env);
  const chosen = chooseText(question, given);
  const now = about.clock.now();
  const by = await personName(place.root, about.env, signal);
  const deed: Deed = { kind: 'answer', ...chosen, by, at: new Date(now).toISOString() };
  return settle(place, { question, now, amend: given.amend === true, as: given.amend === true ? 'amend' : 'answer' }, deed);
}

/** Nobody needs an answer any more. */
export async function withdrawQuestion(
  about: AnswerPlace,
  { id, reason }: { id: string; reason?: string },
  signal?: AbortSignal,
): Promise<Question> {
  const question = showQuestion(about, id);
  const place = inboxPlace(about.cwd, about.env);
  const now = about.clock.now();
  const by = await personName(place.root, about.env, signal);
  const why = reason === undefined || reason.trim() === '' ? {} : { reason: reason.slice(0, 1_000) };
  const deed: Deed = { kind: 'withdrawal', by, at: new Date(now).toISOString(), ...why };
  return settle(place, { question, now, amend: false, as: 'withdraw' }, deed);
}

interface Settling {
  question: Question;
  now: number;
  amend: boolean;
  as: 'answer' | 'amend' | 'withdraw';
}

function settle(place: InboxPlace, { question, now, amend, as }: Settling, deed: Deed): Question {
  const done = settleQuestion(place.questions, { id: question.id, amend, now }, deed);
  if (done.kind === 'unknown') throw unknownQuestion(place, question.id);
  if (done.kind === 'refused') throw notWritable(place);
  if (done.kind === 'late') throw lateFor(done.question, as);
  replyWithQuestion({ root: done.question.from.worktree }, done.question);
  keepAnswerSignals(place.state, now);
  return done.question;
}

function chooseText({ id, options }: Question, { text, option, other }: Given): { text: string; option?: number } {
  if (option !== undefined) {
    const chosen = options[option - 1];
    if (chosen === undefined) throw noSuchOption(id, { said: `option ${option}`, options });
    return { text: chosen, option };
  }
  const said = text?.trim() ?? '';
  if (said === '') throw emptyAnswer(id, options);
  if (said.length > 20_000)
    throw new MisuseError('The answer has more than 20,000 characters.', {
      code: 'answer-too-long',
      fix: 'Write it into a page, and answer with its path.',
    });
  if (options.length === 0) return { text: said };
  const index = options.findIndex((one) => one.toLowerCase() === said.toLowerCase());
  if (index !== -1) return { text: options[index] ?? said, option: index + 1 };
  if (other) return { text: said };
  throw noSuchOption(id, { said: JSON.stringify(said.slice(0, 80)), options });
}

function emptyAnswer(id: string, options: readonly string[]): MisuseError {
  return new MisuseError('The answer is empty.', {
    code: 'empty-answer',
    facts: { id },
    fix:
      options.length === 0
        ? `Say it: tackroom answer ${id} <text>`
        : `Choose one: ${numbered(options)}. tackroom answer ${id} --option <n>`,
  });
}

function noSuchOption(id: string, { said, options }: { said: string; options: readonly string[] }): MisuseError {
  return new MisuseError(`Question ${id} has no ${said.startsWith('option') ? said : `option ${said}`}.`, {
    code: 'no-such-option',
    facts: { id, options },
    fix:
      options.length === 0
        ? `It has no options at all: tackroom answer ${id} <text>`
        : `Its options: ${numbered(options)}. To answer in other words all the same: tackroom answer ${id} --other <text>`,
  });
}

function numbered(options: readonly string[]): string {
  return options.map((option, index) => `${index + 1} ${JSON.stringify(option)}`).join(', ');
}
