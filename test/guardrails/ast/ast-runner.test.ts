import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { loadEngine } from '#guardrails/ast/engine.ts';
import { soundAstRunner } from '#guardrails/ast/sound-ast-runner.ts';
import { compileRules } from '#guardrails/compile-rules.ts';
import type { Hit } from '#guardrails/kind/check-kind.ts';
import type { AstCheck } from '#kernel/records/guardrail.ts';
import { makePage } from '../make-page.ts';

type Ast = Omit<AstCheck, 'kind' | 'language'> & Partial<Pick<AstCheck, 'language'>>;

suite('ast checks', () => {
  test('spans count UTF-16 code units, behind characters of every width', () => {
    const text = `const a = '😀é前'; fetch(u); /* 😀 */ fetch(v)`;
    assert.deepEqual(quoted({ rule: { pattern: 'fetch($A)' } }, text), ['fetch(u)', 'fetch(v)']);
    assert.deepEqual(quoted({ rule: { pattern: 'fetch($A)' } }, `\uFEFF${text}`), ['fetch(u)', 'fetch(v)']);
    assert.deepEqual(quoted({ rule: { pattern: 'fetch($A)' } }, `\r\n${text}\r\n`), ['fetch(u)', 'fetch(v)']);
  });

  test('a file has the grammar of its extension', () => {
    const check = { rule: { pattern: 'fetch($A)' } };
    for (const path of ['a.ts', 'a.cts', 'a.mts', 'a.tsx', 'a.js', 'a.cjs', 'a.mjs', 'a.jsx'])
      assert.equal(hits(check, 'fetch(1)', path).length, 1, path);
    for (const path of ['a.py', 'ts', 'a.d', 'a.ts.md', 'constructor', 'a.constructor'])
      assert.equal(hits(check, 'fetch(1)', path).length, 0, path);
    assert.equal(hits({ rule: { kind: 'jsx_element' }, language: 'tsx' }, 'const a = <b>c</b>', 'a.tsx').length, 1);
    assert.equal(hits({ rule: { kind: 'type_assertion' } }, 'const a = <b>c', 'a.ts').length, 1);
  });

  test('typescript covers the other two where the rule makes sense there', () => {
    assert.deepEqual(languages({ rule: { pattern: 'fetch($A)' } }), ['TypeScript', 'Tsx', 'JavaScript']);
    assert.deepEqual(languages({ rule: { kind: 'enum_declaration' } }), ['TypeScript', 'Tsx']);
    assert.deepEqual(languages({ rule: { pattern: '$A as any' } }), ['TypeScript', 'Tsx']);
    assert.deepEqual(languages({ rule: { pattern: '<any>$A' } }), ['TypeScript']);
    assert.deepEqual(languages({ rule: { pattern: 'fetch($A)' }, languages: ['typescript', 'javascript'] }), ['TypeScript', 'JavaScript']);
    assert.deepEqual(languages({ rule: { pattern: 'fetch($A)' }, language: 'javascript' }), ['JavaScript']);
  });

  test('what the grammar makes up in a file with syntax errors is no finding', () => {
    const check = { rule: { kind: 'non_null_expression' } };
    const torn = 'const a = return !b';
    const nodes = loadEngine().parse('TypeScript', torn).root().findAll(check);
    assert.deepEqual(
      nodes.map((node) => node.text()),
      ['return !'],
      'ast-grep finds it',
    );
    assert.deepEqual(quoted(check, torn), []);
    assert.deepEqual(quoted(check, `${torn}\nc!.d`), ['return !', 'c!'], 'the characters of the file allow one');
  });

  test('a file with syntax errors is checked as far as it parses', () => {
    assert.deepEqual(quoted({ rule: { pattern: 'fetch($A)' } }, 'const a = {{{ ;\nfunction b() { fetch(1) }\n} ) fetch(2'), ['fetch(1)']);
  });

  test('minified and huge files are passed over', () => {
    const check = { rule: { pattern: 'fetch($A)' } };
    assert.equal(hits(check, `fetch(1);${'a;'.repeat(9_000)}\nfetch(2)`).length, 2);
    assert.equal(hits(check, `fetch(1);${'a;'.repeat(11_000)}\nfetch(2)`).length, 0);
    assert.equal(hits(check, `fetch(1);${"a('b');".repeat(4_000)}\nfetch(2)`).length, 0);
    assert.equal(hits(check, `const picture = "${'aB9+'.repeat(11_000)}";\nfetch(2)`).length, 1, 'what a string holds is no code');
    assert.equal(hits(check, `fetch(1);\n${'a;'.repeat(11_000)}`).length, 0);
    assert.equal(hits(check, `fetch(1)\n${'a = 1;\n'.repeat(320_000)}`).length, 0);
  });

  test('the symbol is what is around a hit, outermost first', () => {
    const text = [
      'class Client { send() { const go = async () => { x; } } field = () => x; static #p() { x } }',
      'const api = { get: () => x, put() { return x } };',
      'namespace N { export function f() { x } }',
      'x; exports.load = function () { x };',
      'const K = class { m() { x } }',
    ].join('\n');
    assert.deepEqual(
      hits({ rule: { kind: 'identifier', regex: '^x$' } }, text).map(({ symbol }) => symbol),
      ['Client.send.go', 'Client.field', 'Client.#p', 'get', 'put', 'N.f', '', 'exports.load', 'K.m'],
    );
  });

  test('several rules on one node are each told, merged or not', () => {
    const checks: Ast[] = [
      { rule: { pattern: 'fetch($A)' } },
      { rule: { kind: 'call_expression' } },
      { rule: { kind: 'call_expression', nthChild: 1 } },
      { rule: { pattern: '$A($A)' } },
      { rule: { pattern: '$F($A)' }, constraints: { A: { regex: '^u$' } } },
      { rule: { pattern: 'absent($A)' } },
    ];
    const text = `fetch(u); f(f); g(fetch(v));${'\n'.repeat(4_000)}`;
    const alone = checks.map((check) => quoted(check, text));
    const { compiled } = compileRules(
      checks.map((check, index) => page(check, `rule-${index}`)),
      { engine: '', pagesHash: '' },
    );
    const together = soundAstRunner.checkFile(compiled.rules, { path: 'a.ts', text });
    assert.deepEqual(
      together.map(({ rule }) => rule.id),
      compiled.rules.map(({ id }) => id),
    );
    assert.deepEqual(
      together.map((one) => one.hits.map(({ span }) => text.slice(span?.start, span?.end))),
      alone,
    );
    assert.deepEqual(alone, [
      ['fetch(u)', 'fetch(v)'],
      ['fetch(u)', 'f(f)', 'g(fetch(v))', 'fetch(v)'],
      ['fetch(u)', 'f(f)', 'g(fetch(v))', 'fetch(v)'],
      ['f(f)'],
      ['fetch(u)'],
      [],
    ]);
  });
});

function page(check: Ast, id = 'rule') {
  return makePage(id, { kind: 'ast', language: 'typescript', ...check });
}

function rulesOf(check: Ast) {
  const { compiled, problems } = compileRules([page(check)], { engine: '', pagesHash: '' });
  assert.deepEqual(problems, []);
  return compiled.rules;
}

function languages(check: Ast): string[] | undefined {
  return rulesOf(check)[0]?.languages;
}

function hits(check: Ast, text: string, path = 'a.ts'): Hit[] {
  return soundAstRunner.checkFile(rulesOf(check), { path, text }).flatMap((found) => found.hits);
}

function quoted(check: Ast, text: string): string[] {
  return hits(check, text).map(({ span }) => text.slice(span?.start, span?.end));
}
