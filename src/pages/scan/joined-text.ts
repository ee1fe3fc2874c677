import type { Part } from './scan-blocks.ts';

/** The lines of a block as one text, whose characters still know where they stand. */
export interface JoinedText {
  text: string;
  offsetAt(index: number): number;
  placeAt(index: number): { line: number; column: number };
}

export function joinParts(parts: readonly Part[]): JoinedText {
  const starts: number[] = [];
  let length = 0;
  for (const { text } of parts) {
    starts.push(length);
    length += text.length + 1;
  }
  const find = (index: number): { part: Part; into: number } => {
    let at = 0;
    while (at + 1 < starts.length && (starts[at + 1] ?? 0) <= index) at++;
    const part = parts[at] ?? { text: '', start: 0, line: 1, column: 1 };
    return { part, into: index - (starts[at] ?? 0) };
  };
  return {
    text: parts.length === 1 ? (parts[0]?.text ?? '') : parts.map(({ text }) => text).join('\n'),
    offsetAt: (index) => {
      const { part, into } = find(index);
      return part.start + into;
    },
    placeAt: (index) => {
      const { part, into } = find(index);
      return { line: part.line, column: part.column + into };
    },
  };
}
