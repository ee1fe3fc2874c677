import type { GroundIndex } from '#knowledge/ground-index.ts';
import { fileReader } from '#platform/files/file-reader.ts';
import { excludeTest } from '../../harness/exclude-test.ts';
import type { IndexPlace } from './index-place.ts';
import { openFiles } from './open-files.ts';
import { openHistory } from './open-history.ts';
import { openPages } from './open-pages.ts';
import { lookAtWorktree } from './worktree-look.ts';

export interface OpenedIndex extends GroundIndex {
  /** Every file of the worktree. */
  all: readonly string[];
  read(path: string): string | undefined;
}

export type OnProgress = (progress: { done: number; total: number }) => void;

/**
 * All that is known of a worktree: as it was kept, with what changed since. It is kept outside of the worktree, where no agent in a
 * sandbox writes; where we cannot write either, it is made again each time.
 */
export async function openIndex(
  place: IndexPlace & { exclude: readonly string[] },
  onProgress?: OnProgress,
  signal?: AbortSignal,
): Promise<OpenedIndex> {
  const read = fileReader(place.repository.root);
  const history = openHistory(place, undefined, signal);
  history.catch(() => undefined); // awaited below; until then nobody listens
  const look = await lookAtWorktree(place, signal);
  let done = 0;
  const onRead = (count: number) => {
    done += count;
    onProgress?.({ done, total: look.paths.length });
  };
  const words = await openFiles(place, { look, read, onRead }, signal);
  const isLeftOut = await excludeTest(place.exclude);
  const pages = await openPages(place, { look, read, onRead, isLeftOut }, signal);
  return { ...words, ...pages, history: await history, all: look.paths, read };
}
