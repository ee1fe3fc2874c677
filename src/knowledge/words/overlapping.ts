import type { Demand } from './demands.ts';

/** Whether there is a file that two demands are both for. One without a scope is for all files. */
export function overlapping(first: Demand, second: Demand, files: readonly string[]): boolean {
  const { watches: one } = first;
  const { watches: other } = second;
  if (one === undefined || other === undefined || first.path === second.path) return true;
  return files.some((file) => one(file) && other(file));
}
