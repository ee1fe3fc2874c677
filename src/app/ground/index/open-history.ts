import type { History } from '#knowledge/ground-index.ts';
import { makeIndex } from '#knowledge/make-index.ts';
import { headCommit } from '#platform/git/read-revision.ts';
import { readSealedBytes, writeSealed } from '#platform/state/sealed-file.ts';
import { type IndexPlace, indexPlace } from './index-place.ts';
import { pack, unpack } from './pack.ts';
import { mostCommits, readCommits } from './read-commits.ts';

/** What the commits of the branch say and touch: what is known, and those that came since. Where git cannot tell, there are none. */
export async function openHistory(place: IndexPlace, signal?: AbortSignal): Promise<History> {
  const { root } = place.repository;
  const kept = openKept(place);
  const head = await headCommit(root, signal);
  const none = () => makeIndex.history([], { tip: '', most: mostCommits });
  if (head === undefined) return none();
  if (kept?.tip === head) return kept;
  const since = kept === undefined ? undefined : await readCommits(root, `${kept.tip}...${head}`, signal);
  const commits = since ?? (await readCommits(root, head, signal));
  if (commits === undefined) return kept ?? none();
  const fresh = makeIndex.history(commits, { tip: head, kept: since === undefined ? undefined : kept, most: mostCommits });
  keep(place, fresh);
  return fresh;
}

function keep(place: IndexPlace, { tip, ids, times, messages, fileStarts, files, paths }: History): void {
  const { file, key } = indexPlace(place, 'history');
  const numbers = [times, messages.starts, messages.terms, messages.counts, fileStarts, files, Buffer.from(ids(), 'latin1')];
  writeSealed(file, key, pack(`${tip}\n${paths.join('\0')}`, numbers));
}

function openKept(place: IndexPlace): History | undefined {
  const { file, key } = indexPlace(place, 'history');
  const content = readSealedBytes(file, key);
  if (content === undefined) return undefined;
  const { head, numbers, bytes } = unpack(content);
  const cut = head.indexOf('\n');
  const [tip, paths] = [head.slice(0, cut), head.slice(cut + 1)];
  return {
    tip,
    ids: () => Buffer.from(bytes(6)).toString('latin1'),
    times: numbers(0),
    messages: { starts: numbers(1), terms: numbers(2), counts: bytes(3) },
    fileStarts: numbers(4),
    files: numbers(5),
    paths: paths === '' ? [] : paths.split('\0'),
  };
}
