import type { KnowledgeDocument, Span } from '#kernel/records/document.ts';

/** The sentence that a piece of text stands in: in it stand the words that say whether it is, was, or will be. */
export function sentenceAround({ text }: Pick<KnowledgeDocument, 'text'>, { start, end }: Span): string {
  const from = text.slice(Math.max(0, start - farthest), start);
  const to = text.slice(end, end + farthest);
  const before = from.slice(lastBreak(from));
  const after = to.slice(0, firstBreak(to));
  return `${before}${text.slice(start, end)}${after}`.replace(/\s+/g, ' ').trim();
}

const farthest = 600;
const boundary = /[.!?;](?=[\s)*_"'])(?!\s+[a-z])|\n[ \t]*(?:\n|[-+*][ \t]|\d+[.)][ \t]|#{1,6}[ \t]|\||```|~~~)/g;

function lastBreak(text: string): number {
  let at = 0;
  for (const found of text.matchAll(boundary)) at = found.index + 1;
  return at;
}

function firstBreak(text: string): number {
  boundary.lastIndex = 0;
  const found = boundary.exec(text);
  boundary.lastIndex = 0;
  return found === null ? text.length : found.index + 1;
}
