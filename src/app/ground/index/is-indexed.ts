import { readStamp } from '#platform/stamps/file-stamp.ts';
import { type IndexPlace, indexPlace } from './index-place.ts';

/** Whether an index of a worktree was made before, without reading it. */
export function isIndexed(place: IndexPlace): boolean {
  return (['pages', 'files', 'history'] as const).every((part) => readStamp(indexPlace(place, part).file) !== undefined);
}
