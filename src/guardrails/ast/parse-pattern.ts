import { type AstLanguage, isScript } from './ast-language.ts';
import { loadEngine } from './engine.ts';
import { sigilOf } from './grammars.ts';
import type { AstNode } from './open-addon.ts';
import { phpPattern, phpTag } from './php-pattern.ts';
import { isMadeUp, singleNode } from './single-node.ts';
import { isRule } from './sub-rules.ts';
import { isVariable, withSigils } from './with-sigils.ts';

export interface ParsedPattern {
  node: AstNode;
  strictness: string;
  /** What stands for `$` in the names of its metavariables. */
  sigil: string;
  /** Number of characters in front of the page's text. */
  shift: number;
}

/** A pattern as it stands in a rule, in one grammar; undefined where it is no pattern, or its selector finds nothing. */
export function parsePattern(anyPattern: unknown, language: AstLanguage): ParsedPattern | undefined {
  const pattern = language === 'Php' ? phpPattern(anyPattern) : anyPattern;
  const sigil = sigilOf(language);
  const shift = pattern === anyPattern ? 0 : phpTag.length;
  if (typeof pattern === 'string')
    return { node: singleNode(parsed(pattern, language, sigil), language), strictness: 'smart', sigil, shift };
  if (!isRule(pattern) || typeof pattern.context !== 'string') return undefined;
  const { context, selector, strictness = 'smart' } = pattern;
  const root = parsed(context, language, sigil);
  const node = typeof selector === 'string' ? root.find({ rule: { kind: selector } }) : singleNode(root, language);
  return node === null || typeof strictness !== 'string' ? undefined : { node, strictness, sigil, shift };
}

function parsed(text: string, language: AstLanguage, sigil: string): AstNode {
  return loadEngine().parse(language, withSigils(text, sigil)).root();
}

/** Whether the grammar understands the pattern; one that does not may still match source that is broken alike. */
export function isCleanPattern(pattern: unknown, language: AstLanguage): boolean {
  const found = parsePattern(pattern, language);
  return found !== undefined && isClean(found.node, language);
}

export function isClean(node: AstNode, language: AstLanguage): boolean {
  return firstBroken(node, language) === undefined;
}

/**
 * The first node that the grammar did not understand, or made up because it was missing. To ast-grep a node that is a
 * metavariable as a whole is one, whatever the grammar makes of it: `[$A]` is no JSON, and finds lists of one. In
 * TypeScript and its kin, where `$A` is a name, an error is one.
 */
export function firstBroken(node: AstNode, language: AstLanguage): AstNode | undefined {
  const isError = node.kind() === 'ERROR';
  if (isError && isScript(language)) return node;
  if (isVariable(node.text(), sigilOf(language))) return undefined;
  if (isError || isMadeUp(node)) return node;
  for (const child of node.children()) {
    const broken = firstBroken(child, language);
    if (broken !== undefined) return broken;
  }
  return undefined;
}
