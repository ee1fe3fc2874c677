import type { AstLanguage } from './ast-language.ts';
import { loadEngine } from './engine.ts';
import type { AstNode } from './open-addon.ts';
import { isClean } from './parse-pattern.ts';

/** Code around what is no piece of code by itself. Clauses first: in a class, `catch (e) {}` would be a method. */
const frames: readonly (readonly [before: string, after: string])[] = [
  ['try {} ', ''],
  ['if (a) {} ', ''],
  ['switch (a) { ', ' }'],
  ['class A { ', ' }'],
  ['({ ', ' })'],
  ['f(', ')'],
  ['function f(', ') {}'],
  ['let a', ''],
  ['interface A { ', ' }'],
];

/** How to write a pattern that is only a part of a piece of code; undefined where no frame makes it one. */
export function contextFor(pattern: string, language: AstLanguage): string | undefined {
  const text = pattern.trim();
  for (const [before, after] of frames) {
    const root = loadEngine().parse(language, `${before}${text}${after}`).root();
    const part = isClean(root) ? outermost(root, text) : undefined;
    if (part === undefined) continue;
    const context = `${before}${text}${after}`.replaceAll("'", "''");
    return `Write \`pattern: { context: '${context}', selector: ${part.kind()} }\`.`;
  }
  return undefined;
}

/** The outermost named node that is this text. */
function outermost(node: AstNode, text: string): AstNode | undefined {
  if (node.isNamed() && node.text() === text) return node;
  for (const child of node.children()) {
    const found = outermost(child, text);
    if (found !== undefined) return found;
  }
  return undefined;
}
