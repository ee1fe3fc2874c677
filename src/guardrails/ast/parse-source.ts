import type { AstLanguage } from './ast-language.ts';
import { loadEngine } from './engine.ts';
import type { AstNode } from './open-addon.ts';

/** A parsed file. */
export interface ParsedSource {
  language: AstLanguage;
  text: string;
  root: AstNode;
}

let last: ParsedSource | undefined;

/** Parses a file; the tree of the last one is kept, since rules of several kinds ask for the same file in turn. */
export function parseSource(language: AstLanguage, text: string): AstNode {
  if (last?.language !== language || last.text !== text) last = { language, text, root: loadEngine().parse(language, text).root() };
  return last.root;
}

/** Takes a file that was parsed ahead for the last one. */
export function adoptSource(parsed: ParsedSource): void {
  last = parsed;
}
