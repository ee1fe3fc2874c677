import { readMailbox } from '#inbox/post-mail.ts';
import { listQuestionIds, readQuestion } from '#inbox/question-files.ts';
import { MisuseError } from '#kernel/errors.ts';
import { type Question, questionIdSchema } from '#kernel/records/question.ts';
import { nearest } from '#pages/nearest.ts';
import type { InboxPlace } from './inbox-place.ts';

/**
 * The question with this id. In a sandbox that does not let us read the state folder, and until the host has picked it up, it is what the
 * mailbox of this worktree knows. `now` in milliseconds since the Unix epoch.
 */
export function findQuestion(place: InboxPlace, id: string, now: number): Question {
  const wanted = requireId(place, id);
  const found = readFiled(place, wanted, now) ?? readMailbox(place.root, wanted);
  if (found === undefined) throw unknownQuestion(place, id);
  if (!('refused' in found)) return found;
  throw new MisuseError(`Question ${wanted} was not accepted: ${found.refused}.`, {
    code: 'question-refused',
    facts: { id: wanted },
    fix: 'Ask again, with that mended.',
  });
}

/** Undefined also where a sandbox does not let us read it. */
function readFiled(place: InboxPlace, id: string, now: number): Question | undefined {
  try {
    return readQuestion(place.questions, id, now);
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'EACCES' || error.code === 'EPERM')) return undefined;
    throw error;
  }
}

/** As it is written, however it was typed; a wrong one never becomes part of a path. */
function requireId(place: InboxPlace, id: string): string {
  const { data } = questionIdSchema.safeParse(id.trim().toLowerCase());
  if (data === undefined) throw unknownQuestion(place, id);
  return data;
}

export function unknownQuestion({ questions, root }: InboxPlace, id: string): MisuseError {
  const near = nearest(id, listQuestionIds(questions).all);
  return new MisuseError(`There is no question ${JSON.stringify(id.slice(0, 40))} in this repository.`, {
    code: 'no-such-question',
    facts: { id, root },
    fix: `${near === undefined ? '' : `Did you mean ${near}? `}The open ones: tackroom answer`,
  });
}
