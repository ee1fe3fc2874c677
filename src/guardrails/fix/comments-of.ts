import { astLanguageOf } from '../ast/ast-language.ts';
import { isMinified } from '../ast/is-minified.ts';
import type { AstNode } from '../ast/open-addon.ts';
import { parseSource } from '../ast/parse-source.ts';

/** The comments of a file in their order; none where no grammar reads it. All grammars call them so: `comment`, `line_comment`, `block_comment`. */
export function commentsOf(path: string, text: string): string[] {
  const language = astLanguageOf(path);
  const root = language === undefined || isMinified(text) ? undefined : parseSource(language, text);
  if (root === undefined) return [];
  const found: string[] = [];
  const open: AstNode[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.kind().includes('comment')) found.push(node.text());
    else open.push(...node.children().reverse());
  }
  return found;
}
