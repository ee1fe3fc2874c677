import { astLanguageOf } from '../ast/ast-language.ts';
import { isMinified } from '../ast/is-minified.ts';
import type { AstNode } from '../ast/open-addon.ts';
import { parseSource } from '../ast/parse-source.ts';

/** A file as the grammar reads it that ast rules use for it; undefined where none does. */
export function parseFile(path: string, text: string): AstNode | undefined {
  const language = astLanguageOf(path);
  return language === undefined || isMinified(text) ? undefined : parseSource(language, text);
}
