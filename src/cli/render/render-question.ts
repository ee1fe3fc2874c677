import type { Question } from '#kernel/records/question.ts';
import type { QuestionList } from '#kernel/records/question-list.ts';
import { age } from './age.ts';
import { plural } from './plural.ts';
import { printable } from './printable.ts';

/** What its asker is told of a question. `now` in milliseconds since the Unix epoch. */
export function renderTicket(question: Question, now: number): string {
  const { id, state, answer, withdrawn } = question;
  switch (state) {
    case 'posted':
      return `Question ${id} lies in the mailbox of this worktree (.tackroom/asks) until something outside the sandbox picks it up.\n${comeBack(id)}`;
    case 'open':
      return `Question ${id} waits for a person, since ${age(question.askedAt, now)}.\n${comeBack(id)}`;
    case 'answered':
      return `${lines(answer?.text ?? '')}\n(Answer to ${id}, by ${printable(answer?.by ?? '')}.)\n`;
    case 'withdrawn':
      return `Question ${id} was withdrawn by ${printable(withdrawn?.by ?? '')}${because(withdrawn?.reason)}.\n`;
    case 'expired':
      return `Question ${id} expired without an answer.\nDecide by yourself and say so in your answer, or ask again.\n`;
  }
}

function comeBack(id: string): string {
  return `For the answer, later: tackroom ask --ticket ${id} --wait\n`;
}

/** The open questions, for who may answer them. */
export function renderQuestionList({ questions }: QuestionList, now: number): string {
  if (questions.length === 0) return 'No question waits for an answer.\n';
  const entries = questions.map((question) => {
    const { id, text, askedAt } = question;
    return `${id}  ${age(askedAt, now).padEnd(7)}  ${printable(firstLine(text))}${whence(question)}`;
  });
  const [oldest] = questions;
  return `${plural(questions.length, 'question')}, oldest first:\n${entries.join('\n')}\nTo see one whole: tackroom answer ${oldest?.id}\n`;
}

/** One question whole, and how to answer it. */
export function renderQuestion(question: Question, now: number): string {
  const { id, text, context, options, askedAt, state, answer, withdrawn, earlier } = question;
  const parts = [
    `${id}  ${state}, asked ${age(askedAt, now)} ago${whence(question)}`,
    lines(text),
    ...(context === undefined || context.trim() === '' ? [] : [`Context:\n${lines(context)}`]),
    ...(options.length === 0 ? [] : [options.map((option, index) => `  ${index + 1}  ${printable(option)}`).join('\n')]),
    ...earlier.map(({ text: said, by }) => `Before, by ${printable(by)}: ${lines(said)}`),
    ...(answer === undefined ? [] : [`Answer by ${printable(answer.by)}, ${age(answer.at, now)} ago: ${lines(answer.text)}`]),
    ...(withdrawn === undefined ? [] : [`Withdrawn by ${printable(withdrawn.by)}${because(withdrawn.reason)}.`]),
    ...(state === 'open' ? [`To answer: tackroom answer ${id} ${options.length === 0 ? '<text>' : '--option <n>'}`] : []),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** Which agent asks, and from where: people answer several at a time. */
function whence({ from: { agent, branch, worktree } }: Question): string {
  const who = [agent, branch ?? worktree].filter((part) => part !== undefined).join(' on ');
  return `  (${printable(who)})`;
}

function because(reason: string | undefined): string {
  return reason === undefined ? '' : `: ${printable(reason)}`;
}

function firstLine(text: string): string {
  const [line = ''] = text.split('\n', 1);
  return line.length > 100 ? `${line.slice(0, 99)}…` : line;
}

function lines(text: string): string {
  return text.trim().split('\n').map(printable).join('\n');
}
