import { compareText } from '#kernel/compare-text.ts';
import { SourceText } from '../findings/source-text.ts';
import type { Unrun } from './protocol.ts';

/** A place in code that no example makes run. */
export interface UnrunLine {
  path: string;
  /** From 1. */
  line: number;
  /** The line as it is written, without indentation. */
  code: string;
}

/** What stands before the first thing that would run: blanks, brackets, comments. */
const lead = /^(?:[\s{}();,]|\/\/[^\n]*|\/\*[\s\S]*?\*\/)*/;

/** The first line of each piece of code that never ran; a piece inside another is not said again. */
export function unrunLines(unrun: readonly Unrun[], read: (path: string) => string | undefined): UnrunLine[] {
  const found = new Map<string, UnrunLine>();
  for (const piece of unrun) {
    const text = read(piece.path);
    if (text === undefined || unrun.some((other) => holds(other, piece))) continue;
    const code = text.slice(piece.start, piece.end);
    const start = lead.exec(code)?.[0].length ?? 0;
    if (start === code.length) continue;
    const source = new SourceText(text);
    const { line } = source.positionAt(piece.start + start);
    found.set(`${piece.path}:${line}`, { path: piece.path, line, code: source.line(line).trim() });
  }
  return [...found.values()].sort((a, b) => compareText(a.path, b.path) || a.line - b.line);
}

function holds(outer: Unrun, inner: Unrun): boolean {
  if (outer.path !== inner.path || outer.start > inner.start || outer.end < inner.end) return false;
  return outer.end - outer.start > inner.end - inner.start;
}
