import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { parse } from 'yaml';
import { astLanguageOf, isScript, type ScriptLanguage } from '#guardrails/ast/ast-language.ts';
import { joinExcerpts, locate, parsedAlone, separatorRule } from '#guardrails/ast/bulk/anchors/join-excerpts.ts';
import { placeRules } from '#guardrails/ast/bulk/anchors/place-rules.ts';
import { ruleAnchors } from '#guardrails/ast/bulk/anchors/rule-anchors.ts';
import { ruleShapes } from '#guardrails/ast/bulk/shapes/rule-shapes.ts';
import { configError } from '#guardrails/ast/compile-error.ts';
import { loadEngine } from '#guardrails/ast/engine.ts';
import { kindNames } from '#guardrails/ast/kind-names.ts';
import type { AstNode } from '#guardrails/ast/open-addon.ts';
import { type Excerpt, lineOfFile } from '#guardrails/excerpts/excerpt.ts';
import { readCode } from '#guardrails/lexer/read-code.ts';
import type { AstCheck } from '#kernel/records/guardrail.ts';
import { ruleFromSource, statements } from '../ast/random-rules.ts';

type Rule = AstCheck['rule'];

const benchRules: { rule: Rule }[] = parse(fs.readFileSync(new URL('../../../bench/check-repo/guardrails.yaml', import.meta.url), 'utf8'));

suite('what has to be parsed of a file', () => {
  const cases: [what: string, rule: Rule, text: string, expected: string][] = [
    ['the statement', { pattern: 'f($A)' }, 'a();\nb();\nf(1); // as it was\nc();', 'f(1); // as it was\n'],
    [
      'what is around it, without other statements',
      { pattern: 'f($A)' },
      'class A extends B {\n  b = 1;\n  c() {\n    d();\n    f(1);\n  }\n  e() {\n    g();\n    h();\n  }\n}\ni();',
      'class A extends B {\n  c() {\n    f(1);\n  }\n}\n',
    ],
    [
      'the whole of it',
      { kind: 'class_declaration' },
      'a();\nclass A {\n  b = 1;\n  c() { d(); }\n}\ne();',
      'class A {\n  b = 1;\n  c() { d(); }\n}\n',
    ],
    [
      'all cases of a switch',
      { pattern: 'f($A)' },
      'switch (a) {\n  case 1:\n    b();\n  case 2:\n    f(1);\n    break;\n}\nc();',
      'switch (a) {\n  case 1:\n    b();\n  case 2:\n    f(1);\n    break;\n}\n',
    ],
    ['what goes on behind a brace', { pattern: 'f($A)' }, 'if (a) {\n  f(1);\n}\nelse b();\nc();', 'if (a) {\n  f(1);\n}\nelse b();\n'],
    ['a statement without a semicolon', { pattern: 'f($A)' }, 'a = {}\nb()\n;[f(1)].c()\nd = {}\ne()', 'b()\n;[f(1)].c()\nd = {}\n'],
    [
      'attributes in lines of their own',
      { pattern: 'f($A)' },
      'a();\nb = <i c={d}\n  e={f(1)} />;\ng();',
      'b = <i c={d}\n  e={f(1)} />;\n',
    ],
    [
      'the comment that belongs to a block',
      { kind: 'catch_clause' },
      'a();\ntry { b(); } catch {}\n// c\nd();',
      'try { b(); } catch {}\n// c\n',
    ],
  ];
  for (const [what, rule, text, expected] of cases) {
    test(what, () => {
      const { excerpt } = placed([{ rule }], text, 'Tsx');
      assert.equal(excerpt?.text.replace(/[ ]+\n/g, '\n').replace(/\n{2,}/g, '\n'), expected);
    });
  }

  const unknown: [what: string, rule: Rule][] = [
    ['what stands beside a statement', { kind: 'expression_statement', follows: { kind: 'return_statement' } }],
    ['which of its siblings a parent is', { kind: 'string', inside: { kind: 'expression_statement', nthChild: 1 } }],
    ['what stands beside a parent', { kind: 'string', inside: { kind: 'expression_statement', follows: { kind: 'return_statement' } } }],
    ['the whole program', { kind: 'program', has: { kind: 'debugger_statement' } }],
    ['what is in something around', { pattern: 'f($A)', inside: { kind: 'function_declaration', has: { pattern: 'b' }, stopBy: 'end' } }],
    ['text at any depth', { kind: 'variable_declarator', regex: 'secret' }],
    ['a child at any depth', { kind: 'program', has: { pattern: 'f($A)', stopBy: 'end' } }],
    ['a statement in a block', { pattern: '{ f($A) }' }],
  ];
  for (const [what, rule] of unknown) {
    test(`nothing is left out where a rule asks for ${what}`, () => assert.equal(ruleAnchors({ rule }, 'TypeScript'), undefined));
  }

  test('the same is found in it: rules as teams write them, and all kinds', () => {
    const rules = [...benchRules, ...kindNames.filter((kind) => kind !== 'ERROR').map((kind) => ({ rule: { kind } }))];
    const seen = { found: 0, leftOut: 0, parsed: 0 };
    for (const { language, text } of samples()) compare(rules, text, language, seen);
    assert.ok(seen.parsed > 60 && seen.found > 3_000 && seen.leftOut > 500_000, JSON.stringify(seen));
  });

  test('the same is found in it: random rules', () => {
    const seen = { found: 0, leftOut: 0, parsed: 0 };
    fc.assert(
      fc.property(
        fc.array(ruleFromSource, { minLength: 1, maxLength: 3 }),
        program,
        fc.constantFrom('TypeScript', 'Tsx'),
        (made, text, language) => {
          const own = made.map(({ text: its }) => its).filter((its) => !/^(?:import|export)\b/m.test(its));
          compare(made, [text, ...own, text].join('\n'), language, seen);
        },
      ),
      { numRuns: runs },
    );
    assert.ok(seen.found > runs / 20 && seen.leftOut > runs * 20, JSON.stringify(seen));
  });
});

suite('excerpts one behind the other', () => {
  const excerptOf = (text: string): Excerpt => ({ text: `${text}\n`, lineCount: text.split('\n').length, lines: [1, 1], whole: [] });
  const joined = (...texts: string[]) => [...joinExcerpts(texts.map((text, index) => [`${index}.ts`, excerptOf(text)] as const))];

  test('each line is told by its file and the line there', () => {
    const [one] = joined('a()\nb()', 'c()');
    assert.ok(one);
    assert.deepEqual(
      one.text.split('\n').map((_, index) => locate(one, index + 1)),
      [
        { path: '0.ts', line: 1 },
        { path: '0.ts', line: 2 },
        undefined,
        undefined,
        { path: '1.ts', line: 1 },
        undefined,
        undefined,
        undefined,
      ],
    );
  });

  for (const broken of ['f(1))', 'if (a) {', '`a', '/* a', 'class A {', 'a = <b>', 'f(']) {
    test(`what is not understood spoils nothing of what counts as parsed: ${broken}`, () => {
      const [one] = joined('a();\nc()', 'd()', broken, 'b()', 'e(1)');
      assert.ok(one);
      const root = loadEngine().parse('Tsx', one.text).root();
      const ends = new Set(root.findAll({ rule: separatorRule }).map((node) => node.range().start.line + 1));
      const found = hits(root, { kind: 'call_expression' }).map(({ line, text }) => ({ ...locate(one, line), text }));
      const alone = [...parsedAlone(one, ends)].filter((path) => path !== '2.ts');
      for (const path of alone) {
        const { excerpt } = one.files.find((file) => file.path === path) ?? assert.fail();
        const its = hits(loadEngine().parse('Tsx', excerpt.text).root(), { kind: 'call_expression' });
        assert.deepEqual(
          found.filter((hit) => hit.path === path),
          its.map(({ line, text }) => ({ path, line, text })),
        );
      }
      assert.ok(alone.includes('0.ts'));
    });
  }

  test('many make several documents', () => {
    const documents = joined(...Array.from({ length: 30 }, () => 'abc();\n'.repeat(1_000)));
    assert.ok(documents.length > 2 && documents.every(({ text }) => text.length < 80_000));
    assert.equal(documents.flatMap(({ files }) => files).length, 30);
  });
});

const { TACKROOM_FUZZ_RUNS: wanted = '200' } = process.env;
const runs = Number(wanted);

const inner = statements.filter((statement) => !/^(?:import|export)\b/m.test(statement));
const some = fc.array(fc.constantFrom(...inner), { minLength: 1, maxLength: 4 }).map((texts) => texts.join('\n'));
const wrapped = fc.tuple(some, some, fc.nat()).map(([a, b, seed]) => wrap(a, b, seed));
const program = fc.array(wrapped, { minLength: 1, maxLength: 4 }).map((texts) => texts.join('\n'));

function wrap(a: string, b: string, seed: number): string {
  const ways = [
    () => `${a}\n${b}`,
    () => `class A${seed} extends B {\n  c = {}\n  d = 1;\n  e() {\n${a}\n}\n  f = () => {\n${b}\n}\n  get g() { return 1; }\n}`,
    () => `describe('a', () => {\n  beforeEach(() => {\n${a}\n});\n  it('b', async () => {\n${b}\n});\n});`,
    () => `function f${seed}() {\n  switch (a) {\n    case 1: {\n${a}\n}\n    default:\n${b}\n}\n}`,
    () => `if (a) {\n${a}\n} else {\n${b}\n}\ntry {\n${a}\n} catch {} // a\nfinally {\n${b}\n}`,
    () => `for (const a of b) {\n${a}\n}\ndo {\n${b}\n} while (a);\nwhile (a) {\n${a}\n}`,
    () => `const a = {\n  b() {\n${a}\n},\n  c: [function () {\n${b}\n}],\n}\n;(a)\nenum D { A, B }\nnamespace E {\n${a}\n}`,
  ];
  return ways[seed % ways.length]?.() ?? a;
}

interface Seen {
  found: number;
  leftOut: number;
  parsed: number;
}

const prepared = new Map<ScriptLanguage, Map<Rule, ReturnType<typeof prepare>>>();

function prepare(rule: Rule, language: ScriptLanguage) {
  if (configError(language, { rule }) !== undefined) return undefined;
  const anchors = ruleAnchors({ rule }, language);
  return { rule, shapes: ruleShapes(rule, language), anchors: () => anchors };
}

function placed(rules: readonly { rule: Rule }[], text: string, language: ScriptLanguage) {
  const known = prepared.get(language) ?? new Map<Rule, ReturnType<typeof prepare>>();
  prepared.set(language, known);
  const code = readCode(text, language);
  const all = rules.flatMap(({ rule }) => {
    const one = known.has(rule) ? known.get(rule) : prepare(rule, language);
    known.set(rule, one);
    return one?.anchors() === undefined ? [] : [one];
  });
  return {
    all,
    ...placeRules(
      code,
      all.filter(({ shapes }) => shapes.every((shape) => shape(code))),
    ),
  };
}

/** One rule at a time, and all together. */
function compare(rules: readonly { rule: Rule }[], text: string, language: ScriptLanguage, seen: Seen): void {
  const root = loadEngine().parse(language, text).root();
  if (!parses(root)) return;
  seen.parsed++;
  for (const group of [...rules.map((rule) => [rule]), rules]) {
    const { all, excerpt, placed: possible } = placed(group, text, language);
    const inExcerpt = excerpt === undefined ? undefined : loadEngine().parse(language, excerpt.text).root();
    if (excerpt !== undefined) seen.leftOut += text.length - excerpt.text.length;
    for (const one of all) {
      const whole = hits(root, one.rule);
      seen.found += whole.length;
      if (!possible.includes(one)) assert.deepEqual(whole, [], `${JSON.stringify(one.rule)} has no place in this ${language}:\n${text}`);
      else if (excerpt !== undefined && inExcerpt !== undefined)
        assert.deepEqual(located(hits(inExcerpt, one.rule), excerpt), whole, `${JSON.stringify(one.rule)} in this ${language}:\n${text}`);
    }
  }
}

interface Place {
  line: number;
  column: number;
  text: string;
}

function hits(root: AstNode, rule: Rule): Place[] {
  return root.findAll({ rule }).map((node) => {
    const { column, line } = node.range().start;
    return { line: line + 1, column: column + 1, text: node.text() };
  });
}

function located(found: readonly Place[], excerpt: Excerpt): Place[] {
  return found
    .map((place) => ({ ...place, line: lineOfFile(excerpt, place.line) }))
    .filter((place) => excerpt.whole.some(({ start, end }) => isBefore(start, place) && !isBefore(end, place)));
}

function isBefore(a: { line: number; column: number }, b: { line: number; column: number }): boolean {
  return a.line < b.line || (a.line === b.line && a.column <= b.column);
}

/** Whether the grammar understood all of it, and made nothing up. */
function parses(node: AstNode): boolean {
  if (node.kind() === 'ERROR' || (node.isLeaf() && node.text() === '' && node.parent() !== null)) return false;
  return node.children().every(parses);
}

/** `TACKROOM_AST_CORPUS` names a folder whose files are looked at besides. */
function* samples(): Generator<{ text: string; language: ScriptLanguage }> {
  const { TACKROOM_AST_CORPUS: folder } = process.env;
  for (let index = 0; index + 8 < inner.length; index += 8) {
    const [a = '', b = '', ...others] = inner.slice(index, index + 8);
    yield { text: [wrap(a, b, index / 8), ...others, wrap(b, a, index / 8 + 3)].join('\n'), language: 'TypeScript' };
  }
  if (folder === undefined) return;
  for (const entry of fs.readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const language = entry.isFile() ? astLanguageOf(entry.name) : undefined;
    if (language !== undefined && isScript(language))
      yield { language, text: fs.readFileSync(path.join(entry.parentPath, entry.name), 'utf8') };
  }
}
