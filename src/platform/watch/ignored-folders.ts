import { git, splitNul } from '../git/run-git.ts';

/** Folders of a worktree that git ignores whole, without those inside one of them. */
export async function ignoredFolders(root: string, signal?: AbortSignal): Promise<string[]> {
  const listed = await git(root, ['ls-files', '-z', '--others', '--ignored', '--exclude-standard', '--directory'], signal);
  return splitNul(listed).flatMap((path) => (path.endsWith('/') ? [path.slice(0, -1)] : []));
}
