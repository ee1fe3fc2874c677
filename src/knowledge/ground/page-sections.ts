import { type PageFacts, unitsOf } from '../ground-index.ts';

/** A page or one section of it: what there is to read. */
export interface Piece {
  page: PageFacts;
  /** Place in the page's sections; absent: the whole page. */
  section?: number;
  tokens: number;
}

/** Whole pages up to so many tokens are read as they are. */
const longTokens = 700;
/** Nobody reads more than that for one task. */
const veryLongTokens = 1500;
/** One section matters where it answers so much better than all others. */
const standsOut = 1.35;

/** The section of a long page that a task is about, where there is one; else the whole page. `scores`: of its sections. */
export function pieceOf(page: PageFacts, scores: Float64Array): Piece {
  const whole = page.sections.reduce((sum, { tokens }) => sum + tokens, 0);
  if (whole <= longTokens) return { page, tokens: whole };
  return oneSection(page, scores, whole > veryLongTokens ? 1 : standsOut) ?? { page, tokens: whole };
}

/** The best section by itself, with all that stands under it; undefined where none is better than the others by a factor. */
export function oneSection(page: PageFacts, scores: Float64Array, factor = 1): Piece | undefined {
  const ranked = page.sections
    .flatMap(({ slug }, section) => (slug === '' ? [] : [{ section, score: scores[section] ?? 0 }]))
    .sort((a, b) => b.score - a.score || a.section - b.section);
  const [best, second] = ranked;
  if (best === undefined || best.score === 0) return undefined;
  const others = Math.max(second?.score ?? 0, scores[0] ?? 0);
  return best.score < factor * others ? undefined : { page, section: best.section, tokens: tokensUnder(page, best.section) };
}

function tokensUnder({ sections }: PageFacts, section: number): number {
  const depth = sections[section]?.depth ?? 0;
  const rest = sections.slice(section + 1);
  const end = rest.findIndex((other) => other.depth <= depth);
  const own = sections[section]?.tokens ?? 0;
  return rest.slice(0, end === -1 ? rest.length : end).reduce((sum, { tokens }) => sum + tokens, own);
}

/** Where the units of each page begin in the postings of all of them. */
export function unitStarts(pages: readonly PageFacts[]): Map<string, number> {
  const starts = new Map<string, number>();
  let start = 0;
  for (const page of pages) {
    starts.set(page.path, start);
    start += unitsOf(page);
  }
  return starts;
}
