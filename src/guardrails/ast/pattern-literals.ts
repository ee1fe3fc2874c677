import { allOf, type Literals } from '../regex/literals.ts';
import { type AstLanguage, isScript } from './ast-language.ts';
import type { AstNode } from './open-addon.ts';
import { isClean, parsePattern } from './parse-pattern.ts';
import { isVariable } from './with-sigils.ts';

export interface PatternLeaves {
  literals: Literals;
  /** Names of the single metavariables that every match captures. */
  captured: string[];
}

const nothing: PatternLeaves = { literals: [], captured: [] };

/** Kinds whose text a match need not have verbatim, or need not have at all. */
const loose = /comment|^(?:jsx_text|hash_bang_line|ERROR)$/;

/** Unnamed tokens that are compared by kind, yet always stand in the source as written here; see kind-literals.ts. */
const token = /^(?:[a-z]{2,}|[=!]==?|=>|&&|\|\||\?\?)$/;

/**
 * What the leaves of a pattern promise. ast-grep compares named leaves by their text, escapes and all: a source that
 * writes `fetch` as `\u0066etch` is no match. Unnamed tokens of the pattern must be there unless the strictness drops them.
 */
export function patternLeaves(pattern: unknown, language: AstLanguage): PatternLeaves {
  const parsed = parsePattern(pattern, language);
  if (parsed === undefined || !isClean(parsed.node, language)) return nothing;
  const leaves = leavesOf(parsed.node, parsed.sigil);
  const required = leaves.filter((leaf) => isRequired(leaf, parsed, language)).map((leaf) => leaf.text());
  return {
    literals: allOf(required.map((text) => [[text]])),
    captured: leaves.flatMap((leaf) => capturedBy(leaf.text(), parsed.sigil) ?? []),
  };
}

/** A node that is a metavariable as a whole is one, whatever it is made of: `$A` of a shell has two parts. */
function leavesOf(node: AstNode, sigil: string): AstNode[] {
  return node.isLeaf() || isVariable(node.text(), sigil) ? [node] : node.children().flatMap((child) => leavesOf(child, sigil));
}

function capturedBy(text: string, sigil: string): string | undefined {
  const name = text.slice(sigil.length);
  return text.startsWith(sigil) && /^[A-Z][A-Z0-9_]*$/.test(name) ? name : undefined;
}

function isRequired(leaf: AstNode, { sigil, strictness }: { sigil: string; strictness: string }, language: AstLanguage): boolean {
  const text = leaf.text();
  if (text.length < 2 || isVariable(text, sigil) || /[$µ\s\uD800-\uDFFF]/.test(text)) return false;
  if (leaf.isNamed()) return ['cst', 'smart', 'ast', 'relaxed'].includes(strictness) && !loose.test(leaf.kind());
  // Other languages may spell a keyword in several ways (PHP's `ECHO`), or make one up where it is missing.
  return isScript(language) && ['cst', 'smart'].includes(strictness) && token.test(text);
}
