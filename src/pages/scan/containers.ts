import { indentOf, type LineCursor, skipColumns, textStart } from './line-cursor.ts';

/** What blocks stand in: a quote, or an item of a list with the columns that its lines are indented by. */
export type Container = { kind: 'quote' } | { kind: 'item'; indent: number; isNumbered: boolean };

export function isBlank(cursor: LineCursor): boolean {
  return textStart(cursor) === cursor.text.length;
}

/** Passes over the marks of the containers that a line goes on with; how many they are. */
export function matchContainers(containers: readonly Container[], cursor: LineCursor): number {
  let matched = 0;
  for (const container of containers) {
    if (container.kind === 'quote') {
      if (!skipQuote(cursor)) break;
    } else if (!isBlank(cursor)) {
      if (indentOf(cursor) < container.indent) break;
      skipColumns(cursor, container.indent);
    }
    matched++;
  }
  return matched;
}

/** Passes over the mark that opens a container. `inText`: whether it would have to interrupt a paragraph. */
export function openContainer(cursor: LineCursor, inText: boolean): Container | undefined {
  if (!mayOpen.has(cursor.text[textStart(cursor)] ?? '')) return undefined;
  const indent = indentOf(cursor);
  if (indent >= 4) return undefined;
  return skipQuote(cursor) ? { kind: 'quote' } : openItem(cursor, { indent, inText });
}

const mayOpen: ReadonlySet<string> = new Set('>*+-0123456789');
const marker = /^[ \t]*(?:([-+*])|(\d{1,9})[.)])(?=[ \t]|$)/;

function openItem(cursor: LineCursor, { indent, inText }: { indent: number; inText: boolean }): Container | undefined {
  const rest = cursor.text.slice(cursor.at);
  const found = marker.exec(rest);
  if (found === null || isRule(rest)) return undefined;
  const isEmpty = rest.slice(found[0].length).trim() === '';
  if (inText && (isEmpty || (found[2] !== undefined && Number(found[2]) !== 1))) return undefined;
  const before = cursor.column;
  skipColumns(cursor, indent);
  const width = found[0].trim().length;
  cursor.at += width;
  cursor.column += width;
  const space = indentOf(cursor);
  skipColumns(cursor, isEmpty || space > 4 ? 1 : space);
  return { kind: 'item', indent: isEmpty ? indent + width + 1 : cursor.column - before, isNumbered: found[2] !== undefined };
}

/** A line such as `* * *` parts sections. */
export function isRule(rest: string): boolean {
  return /^ {0,3}(?:(?:-[ \t]*){3,}|(?:_[ \t]*){3,}|(?:\*[ \t]*){3,})$/.test(rest);
}

function skipQuote(cursor: LineCursor): boolean {
  const at = textStart(cursor);
  const indent = cursor.text[at] === '>' ? indentOf(cursor) : 4;
  if (indent > 3) return false;
  cursor.at = at + 1;
  cursor.column += indent + 1;
  skipColumns(cursor, 1);
  return true;
}
