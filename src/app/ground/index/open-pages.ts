import { setImmediate as breathe } from 'node:timers/promises';
import { buildGraph } from '#knowledge/build-graph.ts';
import { type PageFacts, type Postings, unitsOf } from '#knowledge/ground-index.ts';
import { makeIndex } from '#knowledge/make-index.ts';
import { readDocument } from '#pages/read-document.ts';
import { readSealedBytes, writeSealed } from '#platform/state/sealed-file.ts';
import { loadTokenCounter } from '../load-token-counter.ts';
import { type IndexPlace, indexPlace } from './index-place.ts';
import { isReading } from './is-source.ts';
import type { Sources } from './open-files.ts';
import { pack, unpack } from './pack.ts';
import type { WorktreeLook } from './worktree-look.ts';

export interface PageWords {
  pages: PageFacts[];
  pageUnits: Postings;
}

interface Kept extends PageWords {
  stamps: string[];
}

/** What there is to know of all documents: of those that changed since they were read last, by reading. */
export async function openPages(place: IndexPlace, sources: Sources, signal?: AbortSignal): Promise<PageWords> {
  const kept = openKept(place);
  const look = await sources.look;
  const paths = look.paths.filter((path) => isReading(path) && (isReadme(path) || !sources.isLeftOut(path)));
  const stamps = paths.map((path) => look.stampOf(path) ?? '');
  const places = placesOf(kept);
  const isSame = (index: number) => {
    const known = places.get(paths[index] ?? '');
    return known !== undefined && stamps[index] !== '' && known.stamp === stamps[index];
  };
  const changed = paths.filter((_, index) => !isSame(index));
  if (kept !== undefined && changed.length === 0 && paths.length === kept.pages.length) return kept;
  const read = await readChanged(changed, { ...sources, look }, signal);
  const pages: PageFacts[] = [];
  const units: Parameters<typeof makeIndex.units>[0][number][] = [];
  for (const path of paths) {
    const fresh = read.get(path);
    const known = places.get(path);
    if (fresh !== undefined) {
      pages.push(fresh.facts);
      units.push(...fresh.units);
    } else if (known !== undefined) {
      pages.push(known.page);
      for (let unit = 0; unit < unitsOf(known.page); unit++) units.push(known.unit + unit);
    }
  }
  const fresh = { pages, stamps, pageUnits: makeIndex.units(units, kept?.pageUnits) };
  keep(place, fresh);
  return fresh;
}

/** Left out where it shows breaches on purpose; it is read all the same. */
function isReadme(path: string): boolean {
  return /(?:^|\/)readme\.md$/i.test(path);
}

type ChangedSources = Pick<Sources, 'read' | 'onRead'> & { look: WorktreeLook };

/** Decisions name each other by number and title: all of them are at hand while one is read. */
async function readChanged(changed: readonly string[], { look, read, onRead }: ChangedSources, signal?: AbortSignal) {
  const wanted = new Set([...changed, ...look.paths.filter((path) => path.startsWith('docs/decisions/') && isReading(path))]);
  const documents = [];
  for (const [index, path] of [...wanted].entries()) {
    documents.push(readDocument(path, read(path) ?? ''));
    if (index % 16 !== 15) continue;
    onRead(16);
    await breathe();
    signal?.throwIfAborted();
  }
  const graph = buildGraph({ files: look.paths, documents, read });
  const countTokens = loadTokenCounter();
  const facts = new Map<string, ReturnType<typeof makeIndex.document>>();
  for (const [index, path] of changed.entries()) {
    const document = graph.documents.get(path);
    if (document !== undefined) facts.set(path, makeIndex.document(document, graph, countTokens));
    if (index % 16 !== 15) continue;
    await breathe();
    signal?.throwIfAborted();
  }
  return facts;
}

function placesOf(kept: Kept | undefined) {
  const places = new Map<string, { page: PageFacts; stamp: string | undefined; unit: number }>();
  let unit = 0;
  for (const [index, page] of kept?.pages.entries() ?? []) {
    places.set(page.path, { page, stamp: kept?.stamps[index], unit });
    unit += unitsOf(page);
  }
  return places;
}

function keep(place: IndexPlace, { pages, stamps, pageUnits }: Kept): void {
  const { file, key } = indexPlace(place, 'pages');
  writeSealed(file, key, pack(JSON.stringify({ pages, stamps }), [pageUnits.starts, pageUnits.terms, pageUnits.counts]));
}

function openKept(place: IndexPlace): Kept | undefined {
  const { file, key } = indexPlace(place, 'pages');
  const content = readSealedBytes(file, key);
  if (content === undefined) return undefined;
  const { head, numbers, bytes } = unpack(content);
  const { pages, stamps }: Pick<Kept, 'pages' | 'stamps'> = JSON.parse(head);
  return { pages, stamps, pageUnits: { starts: numbers(0), terms: numbers(1), counts: bytes(2) } };
}
