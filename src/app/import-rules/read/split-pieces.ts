import type { Piece, PieceKind } from '../piece.ts';
import { codeEnd } from './code-end.ts';
import { itemEnd, startsItem } from './item-end.ts';

type Span = Pick<Piece, 'kind' | 'from' | 'to'>;

/**
 * A text as pieces. By lines and without a Markdown parser: every line but the blank ones has to come out again, in files
 * that are often no Markdown at all (`.cursorrules`), and nothing hangs here however a file is written.
 */
export function splitPieces(source: string, text: string): Piece[] {
  const lines = text.split('\n');
  const pieces: Piece[] = [];
  let at = 0;
  while (at < lines.length) {
    if (isBlank(lines[at])) {
      at += 1;
      continue;
    }
    const { kind, to } = spanFrom(lines, at);
    const end = lastWithText(lines, at, to);
    pieces.push({ kind, source, from: at + 1, to: end + 1, text: lines.slice(at, end + 1).join('\n') });
    at = to + 1;
  }
  return pieces;
}

/** `from` and `to` are indices of lines here; `to` is the last one. */
function spanFrom(lines: readonly string[], from: number): Span {
  const line = lines[from] ?? '';
  if (from === 0 && line.trim() === '---') {
    const end = lines.indexOf('---', 1);
    if (end !== -1) return { kind: 'front-matter', from, to: end };
  }
  const fence = codeEnd(lines, from);
  if (fence !== undefined) return { kind: 'code', from, to: fence };
  if (isHeading(line)) return { kind: 'heading', from, to: from };
  if (isBreak(line)) return { kind: 'break', from, to: from };
  if (startsItem(line)) return { kind: /^\s*\d/.test(line) ? 'numbered' : 'item', from, to: itemEnd(lines, from) };
  if (/^(?: {4}|\t)/.test(line)) return { kind: 'code', from, to: whileTrue(lines, from, (next) => /^(?: {4}|\t)/.test(next)) };
  if (line.trimStart().startsWith('<!--')) return { kind: 'other', from, to: commentEnd(lines, from) };
  return paragraphFrom(lines, from);
}

function paragraphFrom(lines: readonly string[], from: number): Span {
  const to = whileTrue(lines, from, (line) => !(isBlank(line) || isHeading(line) || startsItem(line) || isFence(line) || isBreak(line)));
  const text = lines.slice(from, to + 1).join('\n');
  const below = lines[to + 1] ?? '';
  if (/^\s{0,3}(?:=+|-+)\s*$/.test(below) && to === from) return { kind: 'heading', from, to: to + 1 };
  return { kind: kindOfParagraph(text, below, nextWithText(lines, to + 1)), from, to };
}

function kindOfParagraph(text: string, below: string, next: string): PieceKind {
  if (text.split('\n').every((line) => /^\s*@[\w./~-]+\s*$/.test(line))) return 'pointer';
  if (isLead(text, below, next)) return 'lead';
  return /^\s*(?:>|\||<[a-z/!])/i.test(text) ? 'other' : 'paragraph';
}

/** `Before you commit:`, or a name right above a list. A line in bold is a heading to whoever wrote it. */
function isLead(text: string, below: string, next: string): boolean {
  if (text.includes('\n') || text.length > 100) return false;
  const isName = text.length <= 60 && !/[.!?;,]$/.test(text.trim());
  return (startsItem(next) && /:\**\s*$/.test(text)) || (startsItem(below) && isName) || /^\s*\*\*[^*]+\*\*:?\s*$/.test(text);
}

function isHeading(line: string): boolean {
  return /^ {0,3}#{1,6}(?:[ \t]|$)/.test(line);
}

function isBreak(line: string): boolean {
  return /^ {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|={3,})$/.test(line);
}

function isFence(line: string): boolean {
  return /^ {0,3}(?:`{3,}|~{3,})/.test(line);
}

function isBlank(line: string | undefined): boolean {
  return line === undefined || line.trim() === '';
}

function commentEnd(lines: readonly string[], from: number): number {
  const end = lines.findIndex((line, index) => index >= from && line.includes('-->'));
  return end === -1 ? lines.length - 1 : end;
}

/** Index of the last line from `from` on that is like those before it. */
function whileTrue(lines: readonly string[], from: number, isLike: (line: string) => boolean): number {
  let to = from;
  while (to + 1 < lines.length && isLike(lines[to + 1] ?? '')) to += 1;
  return to;
}

function nextWithText(lines: readonly string[], from: number): string {
  return lines.slice(from, from + 3).find((line) => !isBlank(line)) ?? '';
}

function lastWithText(lines: readonly string[], from: number, to: number): number {
  let end = to;
  while (end > from && isBlank(lines[end])) end -= 1;
  return end;
}
