import type { GroundIndex, PageFacts, Postings } from '../ground-index.ts';
import type { Piece } from './page-sections.ts';
import type { Ranking } from './rank-task.ts';
import { termsOf } from './terms.ts';

interface About {
  task: string;
  index: GroundIndex;
  ranking: Ranking;
  /** Where the units of the page begin. */
  start: number;
  /** Decisions that it replaces. */
  standsFor: readonly string[];
}

const mostWords = 4;
const mostReasons = 2;

/** Why a page is in the list, in one line: what it has in common with the task, and what leads to it. */
export function explain({ page, section }: Piece, about: About): string {
  const { standsFor, ranking } = about;
  const words = wordsInCommon(page, section, about);
  const file = namedFile(page, ranking.files);
  const reasons = [
    ...(standsFor.length === 0 ? [] : [`took the place of ${standsFor.map(shortName).join(', ')}`]),
    ...(page.plan === undefined ? [] : [stateOf(page.plan)]),
    ...(words.length === 0 ? [] : [`speaks of ${words.join(', ')}`]),
    ...(file === undefined ? [] : [`names ${file}`]),
    ...((ranking.beside.get(page.path) ?? 0) > 0 ? ['changed together with such files'] : []),
  ];
  return reasons.length === 0 ? 'linked with what answers' : reasons.slice(0, mostReasons).join('; ');
}

function stateOf({ open, done }: NonNullable<PageFacts['plan']>): string {
  return open + done === 0 ? 'work under way' : `work under way, ${open} of ${open + done} steps open`;
}

/** The rarest first. */
function wordsInCommon(page: PageFacts, section: number | undefined, { task, index, ranking, start }: About): string[] {
  const units = section === undefined ? page.sections.map((_, place) => start + place) : [start + section];
  const hashes = hashesIn(index.pageUnits, units);
  const words = new Map(termsOf(task).map(({ hash, word }) => [hash, word]));
  return [...words]
    .filter(([hash]) => hashes.has(hash))
    .sort(([a], [b]) => (ranking.rarity.get(b) ?? 0) - (ranking.rarity.get(a) ?? 0) || a - b)
    .slice(0, mostWords)
    .map(([, word]) => word);
}

function hashesIn({ starts, terms }: Postings, units: readonly number[]): Set<number> {
  return new Set(units.flatMap((unit) => [...terms.subarray(starts[unit] ?? 0, starts[unit + 1] ?? 0)]));
}

/** The likeliest file that a page names, or the folder it lies in. */
function namedFile({ leadsTo }: PageFacts, likely: ReadonlyMap<string, number>): string | undefined {
  const named = new Set(leadsTo);
  for (const file of [...likely.keys()].slice(0, 10)) if (named.has(file)) return file;
  for (const file of [...likely.keys()].slice(0, 5)) {
    const folder = leadsTo.find((to) => file.startsWith(`${to}/`));
    if (folder !== undefined) return folder;
  }
  return undefined;
}

function shortName(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return /^\d+/.exec(name)?.[0] ?? name;
}
