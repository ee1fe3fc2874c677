import type { Piece } from '../piece.ts';

/** The words of a heading, however it is made. */
export function headingText({ text }: Piece): string {
  const [line = ''] = text.split('\n');
  return line
    .replace(/^\s*#{1,6}\s*/, '')
    .replace(/\s+#+\s*$/, '')
    .replace(/^\*\*(.*?)\*\*:?$/, '$1')
    .replace(/:\s*$/, '')
    .trim();
}

/** 1 for `#`; a name above a list is below all headings. */
export function headingDepth({ kind, text }: Piece): number {
  if (kind === 'lead') return 7;
  const marks = /^\s*(#{1,6})/.exec(text)?.[1];
  return marks === undefined ? 1 + Number(/\n\s*-/.test(text)) : marks.length;
}
