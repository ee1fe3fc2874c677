import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { type AstLanguage, astLanguages, isScript } from '#guardrails/ast/ast-language.ts';
import { loadEngine } from '#guardrails/ast/engine.ts';
import { symbolOf } from '#guardrails/ast/symbol-of.ts';

/** Code with a place called `hit`, and the declarations around it. */
const cases: Readonly<Partial<Record<AstLanguage, [code: string, symbol: string][]>>> = {
  Bash: [['deploy() {\n  echo hit\n}\n', 'deploy']],
  CSharp: [
    [
      'namespace N { class Shop { public int Total() { int Inner() => hit; return 1; } int P { get { return hit; } } } }',
      'Shop.Total.Inner Shop.P',
    ],
  ],
  Css: [['a,\n  b { color: hit; }', 'a, b']],
  Go: [
    ['package a\nfunc (s *Shop[T]) Total() { hit() }\nfunc load() { func() { hit() }() }\ntype A struct { f hit }\n', 'Shop.Total load A'],
  ],
  Html: [['<p id="a">hit</p>', '']],
  Java: [['class Shop { Shop() { hit(); } enum S { A; int f() { return hit; } } }', 'Shop.Shop Shop.S.f']],
  Json: [['{ "a": [{ "b": "hit" }] }', 'a.b']],
  Kotlin: [['object Shop {\n  class Order {\n    fun String.total() = hit\n  }\n}\nfun load() {\n  hit\n}\n', 'Shop.Order.total load']],
  Php: [['<?php class Shop { function total() { hit(); } } function load() { hit(); }', 'Shop.total load']],
  Python: [['class Shop:\n  @x\n  def total(self):\n    return lambda: hit\n', 'Shop.total']],
  Ruby: [['module Shop\n  class Order < Base\n    def self.load\n      hit\n    end\n  end\nend\n', 'Shop.Order.load']],
  Rust: [['mod shop { impl<T> Order<T> { fn total(&self) { hit() } } }\ntrait A { fn f() { hit() } }', 'shop.Order<T>.total A.f']],
  Scala: [['object Shop { class Order { def total = hit } }', 'Shop.Order.total']],
  Swift: [['extension Order { func total() { hit } }\nstruct Shop { init() { hit } }', 'Order.total Shop.init']],
  Yaml: [['jobs:\n  "test":\n    steps:\n      - run: hit\n', 'jobs.test.steps.run']],
};

suite('the symbol around a hit', () => {
  for (const language of astLanguages.filter((one) => !isScript(one))) {
    test(language, () => {
      const [[code, symbols] = ['', 'there is no case']] = cases[language] ?? [];
      const leaves = leavesOf(loadEngine().parse(language, code).root()).filter((node) => /^"?hit"?$/.test(node.text()));
      assert.equal(leaves.map((leaf) => symbolOf(leaf, language)).join(' '), symbols);
    });
  }
});

type Node = ReturnType<ReturnType<ReturnType<typeof loadEngine>['parse']>['root']>;

function leavesOf(node: Node): Node[] {
  return node.isLeaf() ? [node] : node.children().flatMap(leavesOf);
}
