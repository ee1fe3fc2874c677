import type { SourceText } from '../findings/source-text.ts';
import type { ToolResult } from './tool-result.ts';

/**
 * UTF-16 offsets of what a result speaks of, up to the end of its line where the program names no end. Undefined for a
 * whole file, and for a line that the file does not have: it has changed since.
 */
export function spanOf(result: ToolResult, source: SourceText | undefined): { start: number; end: number } | undefined {
  const { line, column = 1, endLine = line, endColumn } = result;
  const start = line === undefined ? undefined : source?.offsetAt(line, column);
  if (source === undefined || line === undefined || start === undefined) return undefined;
  const lineEnd = start - Math.min(column - 1, source.line(line).length) + source.line(line).length;
  const end = endLine === undefined || endColumn === undefined ? undefined : source.offsetAt(endLine, endColumn);
  return { start, end: end !== undefined && end > start ? end : Math.max(start, lineEnd) };
}
