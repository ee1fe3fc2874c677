import { type AstLanguage, isScript } from './ast-language.ts';
import type { AstNode } from './open-addon.ts';

/**
 * The node that a pattern stands for: ast-grep goes down while there is but one, not counting an end that was left out (`;`).
 * An expression alone is an error in many languages, and a pattern all the same; in TypeScript and its kin it is none.
 */
export function singleNode(node: AstNode, language: AstLanguage): AstNode {
  const [only, end, ...rest] = node.children();
  if (only === undefined || rest.length > 0 || (node.kind() === 'ERROR' && isScript(language))) return node;
  return end === undefined || isMadeUp(end) ? singleNode(only, language) : node;
}

/** By the grammar, because it was missing. */
export function isMadeUp(node: AstNode): boolean {
  return node.isLeaf() && node.text() === '' && node.parent() !== null;
}
