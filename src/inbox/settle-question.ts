import type { Question } from '#kernel/records/question.ts';
import { addDeed, type Deed, readQuestion } from './question-files.ts';

/** `late`: it is no longer open, as the question says. `refused`: its folder cannot be written. */
export type Settled = { kind: 'settled' | 'late'; question: Question } | { kind: 'unknown' } | { kind: 'refused' };

/** What `deed` is allowed to come after. */
export interface SettleOptions {
  id: string;
  /** Answers in the place of the answer that is there. */
  amend: boolean;
  /** Milliseconds since the Unix epoch. */
  now: number;
}

/** Answers or withdraws a question. Of two who do so at once one is first; the other is told of what is there now. */
export function settleQuestion(folder: string, { id, amend, now }: SettleOptions, deed: Deed): Settled {
  const question = readQuestion(folder, id, now);
  if (question === undefined) return { kind: 'unknown' };
  if (question.state !== (amend ? 'answered' : 'open')) return { kind: 'late', question };
  const place = question.earlier.length + (question.answer === undefined ? 0 : 1); // as it was when we looked
  const created = addDeed(folder, { id, place }, deed);
  if (created === 'refused') return { kind: 'refused' };
  const after = readQuestion(folder, id, now) ?? question;
  return { kind: created === 'made' ? 'settled' : 'late', question: after };
}
