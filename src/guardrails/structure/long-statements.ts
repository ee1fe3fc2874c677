import type { ScriptLanguage } from '../ast/ast-language.ts';
import { type Excerpt, makeExcerpt } from '../excerpts/excerpt.ts';
import { partBySize } from '../excerpts/part-statements.ts';
import { readCode } from '../lexer/read-code.ts';

/**
 * What is to be parsed of a file where only functions of more lines count: no statement of fewer lines has one in it. Undefined where
 * only a parser can tell where statements end.
 */
export function longStatements(text: string, language: ScriptLanguage, maxLines: number): Excerpt | undefined {
  const code = readCode(text, language);
  if (code.isInDoubt) return undefined;
  const isLong = (start: number, end: number) => countLines(text, start, end) > maxLines;
  return makeExcerpt(text, partBySize(code, isLong));
}

/** White space behind it is not counted. */
function countLines(text: string, start: number, end: number): number {
  let last = end - 1;
  while (last > start && /\s/.test(text.charAt(last))) last--;
  let lines = 1;
  for (let at = text.indexOf('\n', start); at >= 0 && at < last; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}
