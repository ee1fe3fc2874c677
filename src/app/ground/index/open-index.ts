import type { GroundIndex } from '#knowledge/ground-index.ts';
import { fileReader } from '#platform/files/file-reader.ts';
import { excludeTest } from '../../harness/exclude-test.ts';
import type { IndexPlace } from './index-place.ts';
import { openFiles } from './open-files.ts';
import { openHistory } from './open-history.ts';
import { openPages } from './open-pages.ts';
import { lookAtWorktree, type WorktreeLook } from './worktree-look.ts';

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
  const stop = new AbortController();
  const either = signal === undefined ? stop.signal : AbortSignal.any([signal, stop.signal]);
  const read = fileReader(place.repository.root);
  const look = lookAtWorktree(place, either); // git lists files while we read what was kept
  const sources = { look, read, onRead: counter(look, onProgress), isLeftOut: await excludeTest(place.exclude) };
  const parts = [openFiles(place, sources, either), openPages(place, sources, either), openHistory(place, either)] as const;
  try {
    const [words, pages, history] = await Promise.all(parts);
    return { ...words, ...pages, history, all: (await look).paths, read };
  } finally {
    stop.abort();
    await Promise.allSettled(parts);
  }
}

/** Tells how many files of all were read. */
function counter(look: Promise<WorktreeLook>, onProgress: OnProgress | undefined): (count: number) => void {
  let total = 0;
  let done = 0;
  look.then(
    ({ paths }) => {
      total = paths.length;
    },
    () => undefined, // whoever awaits it hears of it
  );
  return (count) => {
    done += count;
    onProgress?.({ done: Math.min(done, total), total });
  };
}
