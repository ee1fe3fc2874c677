import type { KnowledgeDocument } from '#kernel/records/document.ts';

/** The paragraph, list item or row of a table that a place stands in, as one line. */
export function textAround({ text }: Pick<KnowledgeDocument, 'text'>, { line }: { line: number; column: number }): string {
  const lines = text.split('\n');
  const at = line - 1;
  const isRow = (lines[at] ?? '').trimStart().startsWith('|');
  if (isRow) return lines[at] ?? '';
  let first = at;
  while (first > 0 && !begins(lines[first] ?? '') && !ends(lines[first - 1] ?? '')) first--;
  let last = at;
  while (last + 1 < lines.length && !ends(lines[last + 1] ?? '') && !begins(lines[last + 1] ?? '')) last++;
  return lines.slice(first, last + 1).join(' ');
}

function begins(line: string): boolean {
  return /^\s*(?:[-+*]|\d+[.)])\s|^#{1,6}\s|^\s*(?:```|~~~)/.test(line);
}

function ends(line: string): boolean {
  return line.trim() === '' || /^\s*(?:```|~~~)|^#{1,6}\s|^\s*\|/.test(line);
}
