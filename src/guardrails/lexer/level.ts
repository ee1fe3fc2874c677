import { closeBrace } from './characters.ts';

/** Instead of a closing bracket: within the tag of an element, and between its tags. */
export const [tag, children] = [-1, -2];

/** Between two brackets, or the whole file. */
export interface Level {
  closer: number;
  parts: number;
  questions: number;
  /** Since the last `;`: then a comma may stand between type arguments. */
  hasAngle: boolean;
}

export function newLevel(closer: number): Level {
  return { closer, parts: 1, questions: 0, hasAngle: false };
}

/** Whether statements, or members, may follow each other in it. */
export function isInBraces({ closer }: Level): boolean {
  return closer === closeBrace || closer === 0;
}
