import type { BaselineEntry } from '#kernel/records/baseline.ts';
import { renamedFiles } from '#platform/git/changed-files.ts';
import { headCommit, lastChange } from '#platform/git/read-revision.ts';
import { baselinePath } from './baseline-path.ts';
import type { BaselinePlace } from './baseline-place.ts';
import { followFolders } from './follow-folders.ts';

/**
 * What the files of entries that are gone are called now. A file may have been renamed since the baseline was last
 * written, up to the revision whose baseline it is, or in the very commit that wrote it.
 */
export async function followEntries(
  place: BaselinePlace,
  baseline: { entries: readonly BaselineEntry[]; writtenBy: string },
  signal?: AbortSignal,
): Promise<Map<string, string>> {
  const followed = new Map<string, string>();
  const lost = () => baseline.entries.flatMap(({ path }) => (place.tree.has(path) || followed.has(path) ? [] : [path]));
  if (lost().length === 0) return followed;
  const to = place.scope.kind === 'staged' ? 'index' : 'worktree';
  for (const commit of await lastWritten(place.root, baseline.writtenBy, signal)) {
    if (lost().length === 0) break;
    for (const [before, now] of await renamedFiles(place.root, { commit, to }, signal))
      if (!followed.has(before)) followed.set(before, now);
  }
  return new Map([...followed, ...followFolders(lost(), followed, place.tree.has)]);
}

/** A baseline that was never committed is as old as the last commit. */
async function lastWritten(root: string, revision: string, signal?: AbortSignal): Promise<string[]> {
  const commits = await lastChange(root, { revision, file: baselinePath }, signal);
  if (commits.length > 0) return commits;
  const head = await headCommit(root, signal);
  return head === undefined ? [] : [head];
}
