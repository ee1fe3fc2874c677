/** A line without its end, so that `$` stands before `\r\n` too. */
export interface Line {
  start: number;
  text: string;
}

/**
 * The lines in which an expression can match. `literals`: texts without which it matches nothing, of each list at least
 * one; without any it may match everywhere.
 */
export function candidateLines(text: string, literals: readonly (readonly string[])[]): readonly Line[] {
  const [rarest] = literals.toSorted((a, b) => a.length - b.length || shortest(b) - shortest(a));
  if (rarest === undefined) return allLines(text);
  const lines = new Map<number, Line>();
  for (const literal of rarest) {
    for (let at = text.indexOf(literal); at !== -1; ) {
      const line = lineAt(text, at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1);
      lines.set(line.start, line);
      const next = line.start + line.text.length + 1;
      at = text.indexOf(literal, Math.max(next, at + 1));
    }
  }
  const isCandidate = (line: Line) => literals.every((some) => some.some((literal) => line.text.includes(literal)));
  return [...lines.values()].filter(isCandidate).sort((a, b) => a.start - b.start);
}

function shortest(literals: readonly string[]): number {
  return Math.min(...literals.map(({ length }) => length));
}

let last: { text: string; lines: Line[] } | undefined;

/** The lines of the last file are kept for its next rule. */
function allLines(text: string): Line[] {
  if (last?.text !== text) last = { text, lines: splitLines(text) };
  return last.lines;
}

function splitLines(text: string): Line[] {
  const lines: Line[] = [];
  for (let start = 0; start < text.length; ) {
    lines.push(lineAt(text, start));
    const newline = text.indexOf('\n', start);
    start = newline === -1 ? text.length : newline + 1;
  }
  return lines;
}

function lineAt(text: string, start: number): Line {
  const newline = text.indexOf('\n', start);
  const end = newline === -1 ? text.length : newline;
  const cut = text[end - 1] === '\r' && end > start ? end - 1 : end;
  return { start, text: text.slice(start, cut) };
}
