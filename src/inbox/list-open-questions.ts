import type { Question } from '#kernel/records/question.ts';
import { InboxError } from './errors.ts';
import { listQuestionIds, readQuestion } from './question-files.ts';

export interface OpenQuestions {
  /** Oldest first. */
  questions: Question[];
  /** Files that cannot be read as questions. */
  broken: { file: string; reason: string }[];
}

/** Questions that wait for an answer. Those that somebody did something about are told by their names, and not read. */
export function listOpenQuestions(folder: string, now: number): OpenQuestions {
  const { all, settled } = listQuestionIds(folder);
  const questions: Question[] = [];
  const broken: OpenQuestions['broken'] = [];
  for (const id of all.filter((one) => !settled.has(one))) {
    try {
      const question = readQuestion(folder, id, now);
      if (question?.state === 'open') questions.push(question);
    } catch (error) {
      if (!(error instanceof InboxError)) throw error;
      broken.push({ file: String(error.facts.file), reason: error.message });
    }
  }
  return { questions: questions.sort((a, b) => Date.parse(a.askedAt) - Date.parse(b.askedAt)), broken };
}
