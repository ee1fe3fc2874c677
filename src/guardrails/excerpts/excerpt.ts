import type { Position } from '#kernel/records/finding.ts';
import { SourceText } from '../findings/source-text.ts';
import type { Parts } from './part-statements.ts';

/** What has to be parsed of a file. Each character stands in the column where the file has it. */
export interface Excerpt {
  /** Ends with its last line. */
  text: string;
  /** How many it has. */
  lineCount: number;
  /** In turn a line of the text, from 1, and the line of the file that it is: those that follow go on alike. */
  lines: readonly number[];
  /** Where the file has nothing left out, in the order of the text: what is found elsewhere is none of the file's. */
  whole: readonly { start: Position; end: Position }[];
}

/** Of a text without a byte order mark, which is in no column and yet before the first. */
export function makeExcerpt(text: string, { leftOut, whole }: { leftOut: Parts; whole: Parts }): Excerpt {
  const source = new SourceText(text);
  const pieces: string[] = [];
  const lines: number[] = [];
  let lineCount = 0;
  for (let index = 0; index <= leftOut.length; index += 2) {
    const [start, end] = [leftOut[index - 1] ?? 0, leftOut[index] ?? text.length];
    if (end === start) continue;
    const [from, to] = [source.positionAt(start), source.positionAt(end)];
    pieces.push(' '.repeat(from.column - 1), text.slice(start, end), '\n');
    lines.push(lineCount + 1, from.line);
    lineCount += to.line - from.line + 1;
  }
  return { text: pieces.join(''), lineCount, lines, whole: [...placesIn(source, whole)] };
}

/** Line of the file, from 1, by one of its excerpt. */
export function lineOfFile({ lines }: Excerpt, line: number): number {
  let at = 0;
  while ((lines[at + 2] ?? Infinity) <= line) at += 2;
  return line - (lines[at] ?? 1) + (lines[at + 1] ?? 1);
}

function* placesIn(source: SourceText, whole: Parts): Generator<{ start: Position; end: Position }> {
  for (let index = 0; index < whole.length; index += 2)
    yield { start: source.positionAt(whole[index] ?? 0), end: source.positionAt(whole[index + 1] ?? 0) };
}
