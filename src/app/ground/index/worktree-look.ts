import { listWorktreeFiles } from '#platform/git/worktree-files.ts';
import { FileLooks } from '#platform/stamps/file-looks.ts';
import { stampText } from '#platform/stamps/file-stamp.ts';
import { keptListing } from '../../check/kept/kept-listing.ts';
import type { IndexPlace } from './index-place.ts';

/** The files of a worktree, each with a text that changes whenever it is written. */
export interface WorktreeLook {
  paths: string[];
  /** Undefined for a file that was written so shortly before that nobody can tell. */
  stampOf(path: string): string | undefined;
}

export async function lookAtWorktree({ repository, env }: IndexPlace, signal?: AbortSignal): Promise<WorktreeLook> {
  const { root } = repository;
  const looks = new FileLooks(root);
  const tracked = keptListing({ root, repository, env }, signal);
  const { paths, absent } = await listWorktreeFiles(root, signal, { looks, tracked });
  return {
    paths: absent.length === 0 ? paths : [...paths, ...absent].sort(),
    stampOf: (path) => {
      const stamp = looks.stampOf(path);
      return stamp === undefined ? undefined : stampText(stamp);
    },
  };
}
