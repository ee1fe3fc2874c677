import { codeEnd } from './code-end.ts';

const marker = /^( {0,3})(?:[-*+•]|\d{1,9}[.)])(?:[ \t]|$)/;

/** Whether a line begins an item of a list that is not inside of another. */
export function startsItem(line: string): boolean {
  return marker.test(line) && !/^ {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,})$/.test(line);
}

/** Index of the last line of the item that begins at `from`: what is further right than its marker, and text that runs on. */
export function itemEnd(lines: readonly string[], from: number): number {
  const indent = marker.exec(lines[from] ?? '')?.[1]?.length ?? 0;
  let to = from;
  let at = from + 1;
  while (at < lines.length) {
    const line = lines[at] ?? '';
    const isInside = indentOf(line) > indent;
    const fence = isInside ? codeEnd(lines, at) : undefined;
    if (fence !== undefined) to = fence;
    else if (line.trim() === '') {
      at += 1;
      continue;
    } else if (isInside || (at === to + 1 && runsOn(line))) to = at;
    else break;
    at = to + 1;
  }
  return to;
}

function runsOn(line: string): boolean {
  return !(startsItem(line) || /^ {0,3}(?:#{1,6}(?:[ \t]|$)|`{3,}|~{3,}|>|<!--|\||(?:_[ \t]*){3,}$|={3,}$)/.test(line));
}

function indentOf(line: string): number {
  const space = /^[ \t]*/.exec(line)?.[0] ?? '';
  return space.length === line.length ? 0 : space.replaceAll('\t', '    ').length;
}
