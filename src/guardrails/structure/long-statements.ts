import type { ScriptLanguage } from '../ast/ast-language.ts';
import { type Excerpt, makeExcerpt } from '../excerpts/excerpt.ts';
import { partBySize } from '../excerpts/part-statements.ts';
import { readCode } from '../lexer/read-code.ts';
import { countLines } from './count-lines.ts';

/**
 * What is to be parsed of a file where only functions of more lines count: no statement of fewer lines has one in it. Undefined where
 * only a parser can tell where statements end, and where an excerpt cannot be made.
 */
export function longStatements(text: string, language: ScriptLanguage, maxLines: number): Excerpt | undefined {
  const code = readCode(text, language);
  if (code.isInDoubt || text.startsWith('\uFEFF')) return undefined;
  const isLong = (start: number, end: number) => countLines(text.slice(start, end).trimEnd()) > maxLines;
  return makeExcerpt(text, partBySize(code, isLong));
}
