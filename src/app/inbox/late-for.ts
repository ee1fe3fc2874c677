import { MisuseError } from '#kernel/errors.ts';
import type { Question } from '#kernel/records/question.ts';

/** Why a question can no longer be answered, amended or withdrawn: what was first, and what to do. */
export function lateFor(question: Question, deed: 'answer' | 'amend' | 'withdraw'): MisuseError {
  const { id, state, answer, withdrawn } = question;
  const about = { code: `question-${state}`, facts: { id } };
  if (state === 'answered' && answer !== undefined)
    return new MisuseError(`Question ${id} was answered by ${answer.by} at ${answer.at}: ${JSON.stringify(answer.text)}`, {
      ...about,
      fix: `To put another answer in its place: tackroom answer ${id} --amend <text>`,
    });
  if (state === 'withdrawn' && withdrawn !== undefined)
    return new MisuseError(`Question ${id} was withdrawn by ${withdrawn.by} at ${withdrawn.at}.`, {
      ...about,
      fix: 'Nobody waits for an answer. Who still wants one asks again.',
    });
  if (state === 'expired')
    return new MisuseError(`Question ${id} expired at ${question.expiresAt}: nobody waits for an answer any more.`, {
      ...about,
      fix: 'Tell whoever works on it now; who still wants an answer asks again (--expires gives it longer).',
    });
  return new MisuseError(`Question ${id} has no answer yet, so there is none to ${deed}.`, {
    ...about,
    fix: `To answer it: tackroom answer ${id} <text>`,
  });
}
