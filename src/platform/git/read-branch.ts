import { readFirstLine } from '../files/read-first-line.ts';

/** The branch that a worktree stands on, by reading; undefined where it stands on a commit. `gitDir` is the worktree's own git folder. */
export function readBranch(gitDir: string): string | undefined {
  return /^ref: refs\/heads\/(.+)$/.exec(readFirstLine(`${gitDir}/HEAD`, 1_000)?.trim() ?? '')?.[1];
}
