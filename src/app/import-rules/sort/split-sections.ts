import type { Piece } from '../piece.ts';
import { headingDepth } from './heading-text.ts';

/** What stands below one heading, up to the next. */
export interface Section {
  /** Highest first; without the title of the file. */
  headings: Piece[];
  pieces: Piece[];
}

export function splitSections(pieces: readonly Piece[]): Section[] {
  const title = titleOf(pieces);
  const sections: Section[] = [{ headings: [], pieces: [] }];
  let path: Piece[] = [];
  for (const piece of pieces) {
    if (piece.kind === 'heading') {
      path = piece === title ? [] : [...path.filter((above) => headingDepth(above) < headingDepth(piece)), piece];
      sections.push({ headings: path, pieces: [] });
    } else if (piece.kind !== 'front-matter') sections.at(-1)?.pieces.push(piece);
  }
  return sections.filter((section) => section.pieces.length > 0);
}

/** The only heading of the first rank, where the file begins with it: it names the file, not a part of it. */
function titleOf(pieces: readonly Piece[]): Piece | undefined {
  const headings = pieces.filter(({ kind }) => kind === 'heading');
  const [first] = headings;
  const highest = headings.filter((heading) => headingDepth(heading) === 1);
  return first !== undefined && highest.length === 1 && highest[0] === first ? first : undefined;
}
