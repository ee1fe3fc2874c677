import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { type AstLanguage, astLanguages, extensionOf } from '#guardrails/ast/ast-language.ts';
import { longFunctions } from '#guardrails/structure/long-functions.ts';

/** Functions of four lines that begin with `long` on their first line, beside short ones. */
const code: Readonly<Partial<Record<AstLanguage, string>>> = {
  Bash: 'long() {\n  echo\n  echo\n}\nshort() { echo; }\n',
  CSharp: 'class A {\n  int longOne()\n  {\n    return 1;\n  }\n  int B => 1;\n}\n',
  Go: 'package a\n\nfunc long() {\n\ta()\n\ta()\n}\n\nfunc short() { a() }\n',
  Java: 'class A {\n  int longOne() {\n    a();\n    return 1;\n  }\n  int s() { return 1; }\n}\n',
  JavaScript: 'function long() {\n  a();\n  a();\n}\n',
  Kotlin: 'fun long() {\n  a()\n  a()\n}\nfun short() = 1\n',
  Php: '<?php\nfunction long() {\n  a();\n  a();\n}\nfunction short() {}\n',
  Python: 'def long():\n  a()\n  a()\n  a()\n\ndef short(): a()\n',
  Ruby: 'def long\n  a\n  a\nend\ndef short = 1\n',
  Rust: 'fn long() {\n    a();\n    a();\n}\nfn short() {}\n',
  Scala: 'object A {\n  def long = {\n    a()\n    a()\n  }\n  def short = 1\n}\n',
  Swift: 'func long() {\n  a()\n  a()\n}\nfunc short() {}\n',
  Tsx: 'function long() {\n  a();\n  a();\n}\n',
  TypeScript: 'function long() {\n  a();\n  a();\n}\n',
};

suite('long functions', () => {
  for (const language of astLanguages) {
    test(language, () => {
      const text = code[language] ?? 'a: 1\n';
      const hits = longFunctions({ path: `a.${extensionOf(language)}`, text }, 3);
      const first = hits.map(({ span }) => text.slice(span?.start, span?.end));
      assert.deepEqual(
        first.map((line) => line.includes('long')),
        code[language] === undefined ? [] : [true],
        JSON.stringify(hits),
      );
      for (const hit of hits) assert.match(`${hit.symbol} ${hit.detail}`, /long\w* 4 lines, at most 3$/);
    });
  }
});
