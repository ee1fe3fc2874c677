import { type Excerpt, lineOfFile } from './excerpt.ts';

/** Index in a file of a place in its excerpt, which are told as the parser does: from 0. */
export function indexInFile(text: string, excerpt: Excerpt, place: { line: number; column: number }): number {
  let start = 0;
  for (let line = lineOfFile(excerpt, place.line + 1); line > 1; line--) start = text.indexOf('\n', start) + 1;
  return start + place.column;
}
