import { type AstLanguage, isScript } from './ast-language.ts';
import { sigilOf } from './grammars.ts';
import type { AstNode } from './open-addon.ts';
import { isClean, parsePattern } from './parse-pattern.ts';
import { withSigils } from './with-sigils.ts';

type Frame = readonly [before: string, after: string];

/** Code around what is no piece of code by itself. Clauses first: in a class, `catch (e) {}` would be a method. */
const frames: readonly Frame[] = [
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

const classBased: readonly Frame[] = [
  ['try {} ', ''],
  ['class A { ', ' }'],
  ['class A { void f() { ', '; } }'],
  ['class A { void f(', ') {} }'],
];

const framesOf: Readonly<Partial<Record<AstLanguage, readonly Frame[]>>> = {
  CSharp: [...classBased, ['a = ', ';'], ['f(', ');']],
  Css: [
    ['a { ', '; }'],
    ['a { b: ', '; }'],
    ['', ' { a: b; }'],
  ],
  Go: [
    ['func f() { ', ' }'],
    ['switch a { ', ' }'],
    ['type a struct { ', ' }'],
    ['func f(', ') {}'],
    ['type a interface { ', ' }'],
  ],
  Html: [['<a ', '></a>']],
  Java: [...classBased, ['f(', ');']],
  Json: [
    ['{ ', ' }'],
    ['[', ']'],
  ],
  Kotlin: [
    ['try {} ', ''],
    ['when (a) { ', ' }'],
    ['class A { ', ' }'],
    ['f(', ')'],
  ],
  Php: [
    ['try {} ', ''],
    ['class A { ', ' }'],
    ['f(', ');'],
    ['switch ($a) { ', ' }'],
    ['function f(', ') {}'],
  ],
  Python: [
    ['try:\n  a\n', ''],
    ['if a:\n  b\n', ''],
    ['f(', ')'],
    ['def f(', '): a'],
    ['match a:\n  ', ''],
  ],
  Ruby: [
    ['begin\n  a\n', '\nend'],
    ['case a\n', '\nend'],
    ['f(', ')'],
  ],
  Rust: [
    ['fn f() { ', ' }'],
    ['match a { ', ' }'],
    ['impl A { ', ' }'],
    ['struct A { ', ' }'],
    ['fn f(', ') {}'],
  ],
  Scala: [
    ['a match { ', ' }'],
    ['try {} ', ''],
    ['f(', ')'],
  ],
  Swift: [
    ['do {} ', ''],
    ['switch a { ', ' }'],
    ['class A { ', ' }'],
    ['f(', ')'],
  ],
  Yaml: [['a:\n  ', '']],
};

/** How to write a pattern that is only a part of a piece of code; undefined where no frame makes it one. */
export function contextFor(pattern: string, language: AstLanguage): string | undefined {
  const text = pattern.trim();
  for (const [before, after] of isScript(language) ? frames : (framesOf[language] ?? [])) {
    const context = `${before}${text}${after}`;
    const root = parsePattern({ context }, language)?.node;
    const part = root !== undefined && isClean(root, language) ? outermost(root, withSigils(text, sigilOf(language))) : undefined;
    if (part !== undefined) return `Write \`pattern: { context: ${quoted(context)}, selector: ${part.kind()} }\`.`;
  }
  return undefined;
}

function quoted(text: string): string {
  return text.includes('\n') ? JSON.stringify(text) : `'${text.replaceAll("'", "''")}'`;
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
