import type { Range } from '#kernel/records/finding.ts';
import type { Colors } from './colors.ts';
import { printable } from './printable.ts';

const contextLines = 2;

/** Marker, bar and the spaces around them. */
const marginColumns = 8;

/** The lines around a range, numbered, with carets under what was found. A long line is cut so that the carets stay in sight. */
export function codeFrame(lines: readonly string[], range: Range, style: { colors: Colors; columns: number }): string[] {
  const { line } = range.start;
  const first = Math.max(1, line - contextLines);
  const last = Math.min(lines.length, line + contextLines);
  const gutter = String(last).length;
  const window = chooseWindow(lines[line - 1] ?? '', range.start.column, Math.max(20, style.columns - gutter - marginColumns));
  const frame: string[] = [];
  for (let number = first; number <= last; number++) {
    const text = printable(lines[number - 1] ?? '').slice(window.from, window.to);
    const label = `${number === line ? '>' : ' '} ${String(number).padStart(gutter)} |`;
    frame.push(`  ${number === line ? label : style.colors.dim(label)} ${text}`.trimEnd());
    if (number === line)
      frame.push(`    ${' '.repeat(gutter)} ${style.colors.dim('|')} ${style.colors.red(carets(lines[line - 1] ?? '', range, window))}`);
  }
  return frame;
}

/** The columns of the lines that are shown. */
interface Window {
  from: number;
  to: number;
}

/** A line's beginning, unless what was found starts too far to the right. */
function chooseWindow(line: string, column: number, width: number): Window {
  const start = shownLength(line, column);
  const length = printable(line).length;
  if (length <= width || start < width * 0.7) return { from: 0, to: width };
  const from = Math.min(start - Math.floor(width / 3), length - width);
  return { from, to: from + width };
}

function carets(line: string, { start, end }: Range, window: Window): string {
  const from = shownLength(line, start.column);
  const to = end.line === start.line ? shownLength(line, end.column) : printable(line.trimEnd()).length;
  return ' '.repeat(from - window.from) + '^'.repeat(Math.max(1, Math.min(to, window.to) - from));
}

/** How much room the text before a column takes. */
function shownLength(line: string, column: number): number {
  return printable(line.slice(0, column - 1)).length;
}
