import type { PageProblem } from '#kernel/records/page-problem.ts';

/** A problem before its page is known. */
export type Mistake = Omit<PageProblem, 'path'>;

export interface Place {
  /** From 1. */
  line: number;
  /** In UTF-16 code units, from 1. */
  column: number;
}

export const startOfPage: Place = { line: 1, column: 1 };
