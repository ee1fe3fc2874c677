import { type AstLanguage, astLanguageOf } from '../ast/ast-language.ts';
import { loadEngine } from '../ast/engine.ts';
import { isMinified } from '../ast/is-minified.ts';
import type { AstNode } from '../ast/open-addon.ts';
import { parseSource } from '../ast/parse-source.ts';
import { symbolOf } from '../ast/symbol-of.ts';
import { type Excerpt, lineOfFile } from '../excerpts/excerpt.ts';
import { SourceText } from '../findings/source-text.ts';
import type { Hit } from '../kind/check-kind.ts';
import { functionKinds } from './function-kinds.ts';

/**
 * Functions and methods over the limit. A nested one counts for itself and for those around it. Where the package for a
 * language is not installed its functions are not counted: the page names no language that could be asked for. `excerpt`: what is to be
 * parsed, if not all.
 */
export function longFunctions(file: { path: string; text: string }, maxLines: number, excerpt?: Excerpt): Hit[] {
  const language = astLanguageOf(file.path);
  if (language === undefined || isMinified(file.text)) return [];
  const any = functionKinds(language).map((kind) => ({ kind }));
  if (any.length === 0 || !loadEngine().reads(language)) return [];
  const functions = parseSource(language, excerpt?.text ?? file.text)?.findAll({ rule: { any } }) ?? [];
  return functions.flatMap((node) => hitOf(node, { ...file, language, excerpt }, maxLines));
}

interface Parsed {
  path: string;
  text: string;
  language: AstLanguage;
  /** What was parsed of it, if not all. */
  excerpt?: Excerpt | undefined;
}

function hitOf(node: AstNode, { excerpt, ...file }: Parsed, maxLines: number): Hit[] {
  const { start, end } = node.range();
  const lineOf = (line: number) => (excerpt === undefined ? line : lineOfFile(excerpt, line + 1));
  const lines = lineOf(end.line) - lineOf(start.line) + 1;
  if (lines <= maxLines) return [];
  const index = excerpt === undefined ? start.index : (new SourceText(file.text).offsetAt(lineOf(start.line), start.column + 1) ?? 0);
  return [
    {
      path: file.path,
      span: { start: index, end: endOfLine(file.text, index) },
      detail: `${lines} lines, at most ${maxLines}`,
      symbol: symbolOf(node.field('body') ?? node.children().at(-1) ?? node, file.language),
    },
  ];
}

function endOfLine(text: string, offset: number): number {
  const newline = text.indexOf('\n', offset);
  const end = newline === -1 ? text.length : newline;
  return text[end - 1] === '\r' ? end - 1 : end;
}
