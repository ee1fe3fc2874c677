import type { AstNode } from '../ast/open-addon.ts';
import { parseFile } from './parse-file.ts';

/** The comments of a file in their order; none where no grammar reads it. All grammars call them so: `comment`, `line_comment`, `block_comment`. */
export function commentsOf(path: string, text: string): string[] {
  const root = parseFile(path, text);
  if (root === undefined) return [];
  const found: string[] = [];
  const open: AstNode[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.kind().includes('comment')) found.push(node.text());
    else open.push(...node.children().reverse());
  }
  return found;
}
