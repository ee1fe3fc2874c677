import type { Position } from '#kernel/records/finding.ts';

/** A file's text with its line starts at hand. */
export class SourceText {
  readonly text: string;
  #starts: number[] | undefined;

  constructor(text: string) {
    this.text = text;
  }

  /** Line and column of a UTF-16 offset, both from 1. */
  positionAt(offset: number): Position {
    const starts = this.#lineStarts();
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: Math.max(1, offset - (starts[low] ?? 0) + 1) };
  }

  /** UTF-16 offset of a line and column, both from 1; a column beyond the line's end is its end. Undefined for a line that is not there. */
  offsetAt(line: number, column: number): number | undefined {
    const start = this.#lineStarts()[line - 1];
    return start === undefined ? undefined : start + Math.min(column - 1, this.line(line).length);
  }

  /** Text of a line counted from 1, without its end; empty outside the file. */
  line(number: number): string {
    const starts = this.#lineStarts();
    const start = starts[number - 1];
    if (start === undefined) return '';
    const next = starts[number];
    return this.text.slice(start, next === undefined ? undefined : next - 1).replace(/\r$/, '');
  }

  #lineStarts(): number[] {
    if (this.#starts !== undefined) return this.#starts;
    const starts = [this.text.startsWith('\uFEFF') ? 1 : 0]; // a byte order mark is in no column
    for (let at = this.text.indexOf('\n'); at !== -1; at = this.text.indexOf('\n', at + 1)) starts.push(at + 1);
    this.#starts = starts;
    return starts;
  }
}
