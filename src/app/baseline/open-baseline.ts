import type { BaselineEntry } from '#kernel/records/baseline.ts';
import { readRevision } from '#platform/git/read-revision.ts';
import { baselinePath } from './baseline-path.ts';
import type { BaselinePlace } from './baseline-place.ts';
import { baselineText } from './baseline-text.ts';
import { followEntries } from './follow-entries.ts';
import { parseBaseline } from './parse-baseline.ts';

/** The accepted breaches of a repository. */
export interface OpenBaseline {
  entries: BaselineEntry[];
  /** What the files of entries that are gone are called now. */
  renames: Map<string, string>;
  /** False where there is no file. */
  exists: boolean;
}

export async function openBaseline(place: BaselinePlace, signal?: AbortSignal): Promise<OpenBaseline> {
  const { root, scope } = place;
  const text = scope.kind === 'staged' ? await readRevision(root, { revision: '', file: baselinePath }, signal) : baselineText(root);
  const entries = text === undefined ? [] : parseBaseline(text);
  return { entries, renames: await followEntries(place, { entries, writtenBy: 'HEAD' }, signal), exists: text !== undefined };
}
