import path from 'node:path';
import { shortHash } from '#kernel/short-hash.ts';
import type { Repository } from '#platform/git/find-repository.ts';
import { type IndexEntry, listIndex, type Tracked } from '#platform/git/worktree-files.ts';
import { stampOfIndex } from '#platform/stamps/index-look.ts';
import { readSealed, writeSealed } from '#platform/state/sealed-file.ts';
import { stateFolder } from '#platform/state/state-folder.ts';

/** Bump when the shape of the file changes. */
const formatVersion = 2;

interface Kept {
  /** Parted by a character that no path holds: one text is read in a tenth of the time that a list takes. */
  plain: string;
  others: readonly IndexEntry[];
}

/** What git's index holds. Where it is the one of an earlier check, git need not say it again: that takes longer than anything else of a check that finds nothing changed. */
export async function keptListing(
  about: { root: string; repository: Repository; env: Readonly<Record<string, string | undefined>> },
  signal?: AbortSignal,
): Promise<Tracked> {
  const { root, repository, env } = about;
  const stamp = stampOfIndex(repository.gitDir);
  if (stamp === undefined) return await listIndex(root, signal);
  const file = path.join(stateFolder(repository.commonDir, env), 'listed', `${shortHash(root)}.json`);
  const key = `${formatVersion} ${stamp}`;
  const kept = readSealed(file, key);
  if (kept !== undefined) return { ...opened(JSON.parse(kept)), stamp, isKept: true };
  const tracked = await listIndex(root, signal);
  if (stampOfIndex(repository.gitDir) !== stamp) return tracked;
  const { plain, others } = tracked;
  const fresh: Kept = { plain: plain.join('\0'), others };
  writeSealed(file, key, JSON.stringify(fresh));
  return { ...tracked, stamp };
}

function opened({ others, plain }: Kept): Tracked {
  return { plain: plain === '' ? [] : plain.split('\0'), others };
}
