import type { Ranking, Task } from './rank-task.ts';

const most = 8;
const leastShare = 0.2;

/** The files that a task will most likely touch, each with why. */
export function likelyFiles({ files, beside }: Ranking, task: Task): { path: string; why: string }[] {
  const best = Math.max(0, ...files.values());
  return [...files]
    .filter(([, score]) => score >= leastShare * best)
    .slice(0, most)
    .map(([path]) => ({ path, why: whyLikely(path, task, beside.get(path) ?? 0) }));
}

function whyLikely(path: string, { files }: Task, beside: number): string {
  if (files.includes(path)) return 'the task names it';
  return beside > 0.3 ? 'its words, and it changed with work like this' : 'its words';
}
