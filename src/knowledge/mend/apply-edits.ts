import type { Span } from '#kernel/records/document.ts';

/** Another text for a piece of a document. */
export interface TextEdit {
  path: string;
  at: Span;
  text: string;
}

/** The text with its pieces replaced. Of two edits that overlap the first holds: they mend the same thing twice. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let reached = 0;
  for (const { at, text: piece } of edits.toSorted((a, b) => a.at.start - b.at.start)) {
    if (at.start < reached) continue;
    result += text.slice(reached, at.start) + piece;
    reached = at.end;
  }
  return result + text.slice(reached);
}
