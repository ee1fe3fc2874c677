import type { CommitRecord, History } from '../ground-index.ts';
import { filesOf, noHistory } from './history.ts';
import { joinPostings, type UnitSource, unitTerms } from './postings.ts';

export interface KnownHistory {
  /** The commit that the branch ends with. */
  tip: string;
  /** What was known before; absent where nothing was. */
  kept?: History | undefined;
  /** Commits that are kept in mind. */
  most: number;
}

/** Puts commits before what was known of a branch, and takes out those that are no longer part of it. Both have the newest first. */
export function joinHistory(commits: readonly CommitRecord[], { tip, kept = noHistory, most }: KnownHistory): History {
  const paths = new PathTable();
  const fresh = commits.filter(({ isOurs }) => isOurs);
  const files: number[] = [];
  const fileStarts = [0];
  for (const commit of fresh.slice(0, most)) {
    for (const file of commit.files) files.push(paths.placeOf(file));
    fileStarts.push(files.length);
    for (const [from, to] of commit.renames) paths.rename(from, to);
  }
  const ids = idsOf(kept);
  const gone = new Set(commits.flatMap(({ id, isOurs }) => (isOurs ? [] : [id])));
  const known = ids.flatMap((id, commit) => (gone.has(id) ? [] : [commit])).slice(0, Math.max(0, most - fresh.length));
  const places = kept.paths.map((path) => paths.placeOf(path));
  for (const commit of known) {
    for (const file of filesOf(kept, commit)) files.push(places[file] ?? 0);
    fileStarts.push(files.length);
  }
  const own = fresh.slice(0, most);
  const units: UnitSource[] = [...own.map(({ message }) => unitTerms([{ text: message, weight: 1 }])), ...known];
  const allIds = [...own.map(({ id }) => id), ...known.map((commit) => ids[commit] ?? '')].join('');
  return {
    tip,
    ids: () => allIds,
    times: Uint32Array.from([...own.map(({ time }) => time), ...known.map((commit) => kept.times[commit] ?? 0)]),
    messages: joinPostings(units, kept.messages),
    fileStarts: Uint32Array.from(fileStarts),
    files: Uint32Array.from(files),
    paths: paths.names,
  };
}

function idsOf({ ids, times }: History): string[] {
  const all = ids();
  const length = times.length === 0 ? 0 : all.length / times.length;
  return Array.from(times, (_, commit) => all.slice(commit * length, (commit + 1) * length));
}

/** Paths by number. Commits come with the newest first: what a file was called before is known when older ones speak of it. */
class PathTable {
  readonly names: string[] = [];
  readonly #places = new Map<string, number>();

  placeOf(path: string): number {
    const known = this.#places.get(path);
    if (known !== undefined) return known;
    this.#places.set(path, this.names.length);
    return this.names.push(path) - 1;
  }

  rename(from: string, to: string): void {
    this.#places.set(from, this.placeOf(to));
  }
}
