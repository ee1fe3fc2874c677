import path from 'node:path';
import { shortHash } from '#kernel/short-hash.ts';
import type { Repository } from '#platform/git/find-repository.ts';
import { type IndexEntry, listIndex, type Tracked } from '#platform/git/worktree-files.ts';
import { stampOfIndex } from '#platform/stamps/index-look.ts';
import { readSealed, writeSealed } from '#platform/state/sealed-file.ts';
import { stateFolder } from '#platform/state/state-folder.ts';

/** Bump when the shape of the file changes. */
const formatVersion = 1;

/** Nearly all files are watched and there: their paths stand in one text, parted by a character that no path holds. */
interface Kept {
  plain: string;
  others: IndexEntry[];
}

/** What git's index holds. Where it is the one of an earlier check, git need not say it again: that takes longer than anything else of a check that finds nothing changed. */
export async function keptListing(
  about: { root: string; repository: Repository; env: Readonly<Record<string, string | undefined>> },
  signal?: AbortSignal,
): Promise<Tracked> {
  const { root, repository, env } = about;
  const stamp = stampOfIndex(repository.gitDir);
  if (stamp === undefined) return { entries: await listIndex(root, signal) };
  const file = path.join(stateFolder(repository.commonDir, env), 'listed', `${shortHash(root)}.json`);
  const key = `${formatVersion} ${stamp}`;
  const kept = readSealed(file, key);
  if (kept !== undefined) return { entries: opened(JSON.parse(kept)), stamp };
  const entries = await listIndex(root, signal);
  if (stampOfIndex(repository.gitDir) !== stamp) return { entries };
  writeSealed(file, key, JSON.stringify(packed(entries)));
  return { entries, stamp };
}

function opened({ others, plain }: Kept): IndexEntry[] {
  const paths = plain === '' ? [] : plain.split('\0');
  return [...paths.map((path) => ({ path, sparse: false, watched: true })), ...others];
}

function packed(entries: readonly IndexEntry[]): Kept {
  const isPlain = ({ sparse, watched }: IndexEntry) => watched && !sparse;
  const plain = entries.filter(isPlain).map(({ path }) => path);
  return { plain: plain.join('\0'), others: entries.filter((entry) => !isPlain(entry)) };
}
