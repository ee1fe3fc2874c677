import path from 'node:path';
import type { BaselineEntry } from '#kernel/records/baseline.ts';
import { mergeBase } from '#platform/git/merge-base.ts';
import { headCommit, listRevision, readRevision } from '#platform/git/read-revision.ts';
import { baselinePath } from './baseline-path.ts';
import type { BaselinePlace } from './baseline-place.ts';
import { followEntries } from './follow-entries.ts';
import type { BaseBaseline } from './limit-growth.ts';
import { parseBaseline } from './parse-baseline.ts';

/** What a baseline may not outgrow: that of the last commit, or of where the branch began. Undefined where there was none. */
export async function openBase(place: BaselinePlace, signal?: AbortSignal): Promise<BaseBaseline | undefined> {
  const { root } = place;
  const commit = await baseCommit(place, signal);
  const text = commit === undefined ? undefined : await readRevision(root, { revision: commit, file: baselinePath }, signal);
  if (commit === undefined || text === undefined) return undefined;
  const entries = readOrNone(text);
  const pages = await listRevision(root, { revision: commit, folder: 'harness/guardrails' }, signal);
  return {
    entries,
    guardrails: new Set(pages.map((page) => path.posix.basename(page, '.md'))),
    renames: await followEntries(place, { entries, writtenBy: commit }, signal),
  };
}

async function baseCommit({ root, scope }: BaselinePlace, signal?: AbortSignal): Promise<string | undefined> {
  if (scope.kind !== 'since') return headCommit(root, signal);
  const base = await mergeBase(root, scope.revision, signal);
  return base.kind === 'found' ? base.commit : undefined;
}

/** One that cannot be read accepted nothing: what is accepted now has to be agreed to again. */
function readOrNone(text: string): BaselineEntry[] {
  try {
    return parseBaseline(text);
  } catch {
    return [];
  }
}
