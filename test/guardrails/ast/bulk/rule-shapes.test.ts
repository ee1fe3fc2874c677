import assert from 'node:assert/strict';
import fs from 'node:fs';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { parse } from 'yaml';
import type { ScriptLanguage } from '#guardrails/ast/ast-language.ts';
import { bulkLanguages } from '#guardrails/ast/bulk/cli-rules.ts';
import { ruleShapes } from '#guardrails/ast/bulk/shapes/rule-shapes.ts';
import { configError } from '#guardrails/ast/compile-error.ts';
import { loadEngine } from '#guardrails/ast/engine.ts';
import type { AstNode } from '#guardrails/ast/open-addon.ts';
import { readCode } from '#guardrails/lexer/read-code.ts';
import type { AstCheck } from '#kernel/records/guardrail.ts';
import { ruleFromSource, tornSource } from '../random-rules.ts';

type Rule = AstCheck['rule'];

const benchRules: { id: string; rule: Rule }[] = parse(
  fs.readFileSync(new URL('../../../../bench/check-repo/guardrails.yaml', import.meta.url), 'utf8'),
);

suite('shapes of an ast rule', () => {
  const cases: [rule: Rule, found: string, passedOver: string[]][] = [
    [{ pattern: '$A as any' }, 'x as\n any', ['as long, any', 'x as anything', 'x as Any, any']],
    [
      { pattern: 'fetch($URL)' },
      'fetch(url)',
      [
        'prefetch(url)',
        'fetcher(url)',
        'const fetch = 1',
        'fetch(url, { a, b })',
        'a.fetch(url)',
        'class A { async fetch(url) {} }',
        'fetch()',
      ],
    ],
    [{ pattern: 'fetch($URL)' }, 'fetch(f(a, b), )', []],
    [{ pattern: 'process.env.$NAME' }, 'process.env.A', ['f(...process.env, ...b)', "process.env['A'].b", 'a.process.env.b']],
    [
      { pattern: 'return await $CALL', not: { inside: { kind: 'try_statement', stopBy: 'end' } } },
      'async () => { try {} catch {} return await f() }',
      [
        'async () => { try { return await f() } finally {} }',
        'async () => { try {} catch (e) { return await f() } }',
        'async () => { if (a) { return; } await f() }',
      ],
    ],
    [
      { kind: 'expression_statement', has: { pattern: '$A.then($B)' } },
      'a.b(c).then(d)\ne()',
      ['return a.then(b);', 'await a.then(b)', 'c = a.then(b)', 'a.then(b).catch(c)', 'f(() => a.then(b))', 'a?.then(b)', 'a.then(b, c)'],
    ],
    [{ kind: 'expression_statement', has: { pattern: 'setTimeout($$$ARGS)' } }, 'if (a) setTimeout(b)', ['() => setTimeout(b)']],
    [
      { kind: 'await_expression', inside: { any: [{ kind: 'for_in_statement' }, { kind: 'while_statement' }], stopBy: 'end' } },
      'async () => { for (const a of b) { await a } }',
      ['async () => { for (const a of b) { c } await d }', 'async () => { for await (const a of b) { c } }'],
    ],
    [
      { kind: 'required_parameter', has: { field: 'type', has: { kind: 'predefined_type', regex: '^any$' } } },
      'f((a: any) => 1)',
      ['const a: any = 1', '(a?: any) => 1', 'let a: { b: any, c: any }'],
    ],
    [{ kind: 'formal_parameters', has: { nthChild: 3 } }, '(a, b, c) => 1', ["f(a, 'b', 1)", 'f(a.b, c(d), e)', 'f(a, b)']],
    [
      { kind: 'else_clause', inside: { kind: 'if_statement', has: { field: 'consequence', has: { kind: 'return_statement' } } } },
      'function f() { if (a) { return } else { b() } }',
      ['if (a) { f(() => { return }) } else { b() }', 'if (a) { b() } else { f(() => { return }) }'],
    ],
    [
      { kind: 'catch_clause', has: { field: 'body', regex: '^\\{\\s*\\}$' } },
      'try { a() } catch {}',
      ['a.catch(() => {})', 'try { a() } catch { b() }'],
    ],
    [
      { kind: 'import_statement', has: { field: 'source', regex: '^.lodash' } },
      "import a from 'lodash'",
      ["f('lodash')", '// from lodash'],
    ],
    [{ kind: 'enum_declaration' }, 'enum A { B }', ["a = { enum: ['b'] }"]],
    [{ kind: 'variable_declaration' }, 'var a = 1', ['a.var + `var b = 1`']],
    [{ kind: 'pair', regex: '^a\\s*:\\s*false$' }, 'b = { a : false }', ['b = { a: true }']],
    [{ pattern: 'console.$METHOD($$$ARGS)' }, 'console\n  .log()', ["'console'", 'consoles.log()']],
    [{ pattern: 'return await $CALL' }, 'async () => { return await f() }', ['await f(); return']],
    [{ pattern: '$A == $B' }, 'a == b', ['a === b', 'a !== b']],
    [
      { kind: 'ternary_expression', has: { kind: 'ternary_expression' } },
      'a ? b : c ? d : e',
      ['a ? b : c?.d ?? e', '(a?: B) => a ? 1 : 2'],
    ],
    [{ kind: 'string_fragment', regex: '^http://' }, "f('http://a')", ['// see http://a']],
    [{ kind: 'string_fragment', regex: '^http://' }, ['`$', '{a}http://a`'].join(''), []],
    [{ kind: 'predefined_type', regex: '^any$' }, 'let a: any', ['many', 'let any1']],
    [{ kind: 'for_in_statement' }, 'for await (const a of b) {}', ['before (a)']],
    [{ kind: 'as_expression' }, '1as any', ['gas']],
    [{ any: [{ pattern: 'eval($A)' }, { kind: 'debugger_statement' }] }, 'debugger', ['evaluate(a)']],
  ];
  for (const [rule, found, passedOver] of cases) {
    test(`${JSON.stringify(rule)} in ${found}`, () => {
      assert.ok(isFound(rule, found, 'TypeScript'), 'the rule finds it');
      assert.ok(mayHold(rule, found, 'TypeScript'));
      for (const text of passedOver) assert.equal(mayHold(rule, text, 'TypeScript'), false, text);
    });
  }

  test('no finding is lost: random rules over real source, whole and torn', () => {
    const seen = { found: 0, passedOver: 0, madeUp: 0 };
    fc.assert(
      fc.property(ruleFromSource, tornSource(), disguise, language, ({ rule, text }, other, disguised, where) => {
        if (configError(where, { rule }) !== undefined) return;
        for (const one of [text, other, disguised(text)]) compare(rule, one, where, seen);
      }),
      { numRuns: runs },
    );
    assert.ok(seen.found > 50 && seen.passedOver > 30, JSON.stringify(seen));
  });

  test('no finding is lost: rules as teams write them', () => {
    const seen = { found: 0, passedOver: 0, madeUp: 0 };
    fc.assert(
      fc.property(fc.constantFrom(...benchRules), tornSource(), disguise, language, ({ rule }, text, disguised, where) => {
        if (configError(where, { rule }) !== undefined) return;
        for (const one of [text, disguised(text)]) compare(rule, one, where, seen);
      }),
      { numRuns: runs * 4 },
    );
    assert.ok(seen.found > 20 && seen.passedOver > 100, JSON.stringify(seen));
  });

  test('what is long and odd takes no time', () => {
    const texts = [
      '//'.repeat(4_000),
      '/* * '.repeat(4_000),
      'as '.repeat(4_000),
      'a'.repeat(20_000),
      ':[,'.repeat(4_000),
      '? '.repeat(8_000),
    ];
    const shapes = benchRules.flatMap(({ rule }) => ruleShapes(rule, 'TypeScript'));
    const begun = performance.now();
    for (const text of texts) for (const shape of shapes) shape(readCode(text, 'TypeScript'));
    assert.ok(performance.now() - begun < 5_000, `${performance.now() - begun} ms`);
  });
});

const { TACKROOM_FUZZ_RUNS: wanted = '200' } = process.env;
const runs = Number(wanted);
const language = fc.constantFrom(...bulkLanguages);

/** The same code as nobody writes it. */
const disguise = fc.constantFrom<((text: string) => string)[]>(
  (text) => text.replaceAll('\n', '\r\n'),
  (text) => `\uFEFF${text}`,
  (text) => text.replace(/(\w)([ .(:])/g, '$1/* any; */$2'),
  (text) => text.replace(/(\w) (\w)/g, '$1 // as any, ! =\n $2'),
  (text) => `const made = \`\${${text}}\`;`,
  (text) => text.replace(/\b([a-z])(\w+)\b/g, (_, first: string, rest: string) => `\\u00${first.charCodeAt(0).toString(16)}${rest}`),
  (text) => text.replace(/ /g, '\u00A0'),
);

function compare(rule: Rule, text: string, where: ScriptLanguage, seen: Seen): void {
  const root = loadEngine().parse(where, text).root();
  const isThere = root.find({ rule }) !== null;
  const may = mayHold(rule, text, where);
  if (isThere) seen.found++;
  if (!may) seen.passedOver++;
  if (may || !isThere) return;
  seen.madeUp++;
  assert.ok(!parses(root), `${JSON.stringify(rule)} is found (${where}) in:\n${text}`);
}

interface Seen {
  found: number;
  passedOver: number;
  madeUp: number;
}

/** Whether the grammar understood all of it, and made nothing up. */
function parses(node: AstNode): boolean {
  if (node.kind() === 'ERROR' || (node.isLeaf() && node.text() === '' && node.parent() !== null)) return false;
  return node.children().every(parses);
}

function isFound(rule: Rule, text: string, where: ScriptLanguage): boolean {
  return loadEngine().parse(where, text).root().find({ rule }) !== null;
}

function mayHold(rule: Rule, text: string, where: ScriptLanguage): boolean {
  const code = readCode(text, where);
  return ruleShapes(rule, where).every((shape) => shape(code));
}
