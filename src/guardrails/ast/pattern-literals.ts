import { allOf, type Literals } from '../regex/literals.ts';
import type { AstLanguage } from './ast-language.ts';
import type { AstNode } from './open-addon.ts';
import { isClean, parsePattern } from './parse-pattern.ts';

export interface PatternLeaves {
  literals: Literals;
  /** Names of the single metavariables that every match captures. */
  captured: string[];
}

const nothing: PatternLeaves = { literals: [], captured: [] };

/** Kinds whose text a match need not have verbatim, or need not have at all. */
const loose = new Set(['comment', 'html_comment', 'jsx_text', 'hash_bang_line', 'ERROR']);

/** Unnamed tokens that are compared by kind, yet always stand in the source as written here; see kind-literals.ts. */
const token = /^(?:[a-z]{2,}|[=!]==?|=>|&&|\|\||\?\?)$/;

/**
 * What the leaves of a pattern promise. ast-grep compares named leaves by their text, escapes and all: a source that
 * writes `fetch` as `\u0066etch` is no match. Unnamed tokens of the pattern must be there unless the strictness drops them.
 */
export function patternLeaves(pattern: unknown, language: AstLanguage): PatternLeaves {
  const parsed = parsePattern(pattern, language);
  if (parsed === undefined || !isClean(parsed.node)) return nothing;
  const leaves = leavesOf(parsed.node);
  const required = leaves.filter((leaf) => isRequired(leaf, parsed.strictness)).map((leaf) => leaf.text());
  return {
    literals: allOf(required.map((text) => [[text]])),
    captured: leaves.flatMap((leaf) => /^\$([A-Z][A-Z0-9_]*)$/.exec(leaf.text())?.[1] ?? []),
  };
}

function leavesOf(node: AstNode): AstNode[] {
  return node.isLeaf() ? [node] : node.children().flatMap(leavesOf);
}

function isRequired(leaf: AstNode, strictness: string): boolean {
  const text = leaf.text();
  if (text.length < 2 || /[$\s\uD800-\uDFFF]/.test(text)) return false;
  if (leaf.isNamed()) return ['cst', 'smart', 'ast', 'relaxed'].includes(strictness) && !loose.has(leaf.kind());
  return ['cst', 'smart'].includes(strictness) && token.test(text);
}
