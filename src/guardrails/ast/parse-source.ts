import type { AstLanguage } from './ast-language.ts';
import { loadEngine } from './engine.ts';
import { mayNestTooDeep, nestsTooDeep } from './nests-too-deep.ts';
import type { AstNode } from './open-addon.ts';
import { takesTooLong } from './takes-too-long.ts';

/** A parsed file. */
export interface ParsedSource {
  language: AstLanguage;
  text: string;
  root: AstNode;
}

/**
 * A search ends the process where two nodes of over 20,000 levels are compared, and each level takes a character or more. A hook
 * looks at files of this length most, and has not the 1.2 ms that the closer look takes.
 */
const harmlessLength = 20_000;

let last: (ParsedSource & { tooDeep?: boolean }) | undefined;

/**
 * Parses a file; the tree of the last one is kept, since rules of several kinds ask for the same file in turn. Undefined
 * where that takes too long, and where it nests so deep that a search in it could end the process.
 */
export function parseSource(language: AstLanguage, text: string): AstNode | undefined {
  if (last?.language !== language || last.text !== text) {
    if (takesTooLong(language, text)) return undefined;
    last = { language, text, root: loadEngine().parse(language, text).root() };
  }
  last.tooDeep ??= text.length > harmlessLength && mayNestTooDeep(text) && nestsTooDeep(last.root);
  return last.tooDeep ? undefined : last.root;
}

/** Takes a file that was parsed ahead for the last one. */
export function adoptSource(parsed: ParsedSource): void {
  last = parsed;
}
