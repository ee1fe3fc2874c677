import type { Query } from './score-units.ts';
import { termsOf } from './terms.ts';

/** The words of a task, each with what it counts: one that is said again says a little more. */
export function queryOf(text: string): Query {
  const counts = new Map<number, number>();
  for (const { hash } of termsOf(text)) counts.set(hash, (counts.get(hash) ?? 0) + 1);
  return new Map([...counts].map(([hash, count]) => [hash, 1 + Math.log(count)]));
}
