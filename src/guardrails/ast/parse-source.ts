import type { AstLanguage } from './ast-language.ts';
import { type AstNode, loadEngine } from './engine.ts';

let last: { language: AstLanguage; text: string; root: AstNode } | undefined;

/** Parses a file; the tree of the last one is kept, since rules of several kinds ask for the same file in turn. */
export function parseSource(language: AstLanguage, text: string): AstNode {
  if (last?.language !== language || last.text !== text) last = { language, text, root: loadEngine().parse(language, text).root() };
  return last.root;
}
