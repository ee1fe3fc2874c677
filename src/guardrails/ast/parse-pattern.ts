import type { AstLanguage } from './ast-language.ts';
import { loadEngine } from './engine.ts';
import type { AstNode } from './open-addon.ts';
import { isRule } from './sub-rules.ts';

export interface ParsedPattern {
  node: AstNode;
  strictness: string;
}

/** A pattern as it stands in a rule, in one grammar; undefined where it is no pattern, or its selector finds nothing. */
export function parsePattern(pattern: unknown, language: AstLanguage): ParsedPattern | undefined {
  if (typeof pattern === 'string') return { node: loadEngine().parse(language, pattern).root(), strictness: 'smart' };
  if (!isRule(pattern) || typeof pattern.context !== 'string') return undefined;
  const { context, selector, strictness = 'smart' } = pattern;
  const root = loadEngine().parse(language, context).root();
  const node = typeof selector === 'string' ? root.find({ rule: { kind: selector } }) : root;
  return node === null || typeof strictness !== 'string' ? undefined : { node, strictness };
}

/** Whether the grammar understands the pattern; one that does not may still match source that is broken alike. */
export function isCleanPattern(pattern: unknown, language: AstLanguage): boolean {
  const parsed = parsePattern(pattern, language);
  return parsed !== undefined && isClean(parsed.node);
}

export function isClean(node: AstNode): boolean {
  return firstBroken(node) === undefined;
}

/** The first node that the grammar did not understand, or made up because it was missing. */
export function firstBroken(node: AstNode): AstNode | undefined {
  if (node.kind() === 'ERROR' || isMadeUp(node)) return node;
  for (const child of node.children()) {
    const broken = firstBroken(child);
    if (broken !== undefined) return broken;
  }
  return undefined;
}

function isMadeUp(node: AstNode): boolean {
  return node.isLeaf() && node.text() === '' && node.parent() !== null;
}
