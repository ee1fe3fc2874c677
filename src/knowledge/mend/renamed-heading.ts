import { distance } from 'fastest-levenshtein';
import type { DocumentHeading } from '#kernel/records/document.ts';

/** The one heading that an anchor most likely was: it has most of its words, or differs in a letter or two. Undefined where there are several, or none. */
export function renamedHeading(anchor: string, headings: readonly DocumentHeading[]): string | undefined {
  const near = headings.filter(({ slug }) => isNear(anchor, slug));
  const [only] = near;
  return near.length === 1 ? only?.slug : undefined;
}

/** Numbers tell headings apart, as they do versions and steps. */
function isNear(anchor: string, slug: string): boolean {
  if (numbersIn(anchor) !== numbersIn(slug)) return false;
  if (distance(anchor.toLowerCase(), slug) <= Math.min(3, Math.floor(anchor.length / 5))) return true;
  const [wanted, there] = [wordsIn(anchor), wordsIn(slug)];
  const shared = [...wanted].filter((word) => there.has(word)).length;
  return shared >= 2 && shared / (wanted.size + there.size - shared) >= 0.5;
}

function numbersIn(slug: string): string {
  return (slug.match(/\d+/g) ?? []).join(' ');
}

function wordsIn(slug: string): Set<string> {
  return new Set(
    slug
      .toLowerCase()
      .split('-')
      .filter((word) => word.length > 2),
  );
}
