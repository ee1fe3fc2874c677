import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { suite, test } from 'node:test';
import { astLanguageOf, isScript, type ScriptLanguage } from '#guardrails/ast/ast-language.ts';
import { kindShapes } from '#guardrails/ast/bulk/shapes/kind-shapes.ts';
import { ruleShapes } from '#guardrails/ast/bulk/shapes/rule-shapes.ts';
import { configError } from '#guardrails/ast/compile-error.ts';
import { loadEngine } from '#guardrails/ast/engine.ts';
import { kindNames } from '#guardrails/ast/kind-names.ts';
import type { AstNode } from '#guardrails/ast/open-addon.ts';
import type { Code } from '#guardrails/lexer/code.ts';
import { readCode } from '#guardrails/lexer/read-code.ts';
import type { AstCheck } from '#kernel/records/guardrail.ts';
import { statements } from '../ast/random-rules.ts';

suite('the characters of code', () => {
  const none = { bangs: [], nextTernaries: [] };
  const template = ['`b $', "{c['(((']} }`"].join('');
  const bare = ['`$', "{c['(((']}`"].join('');
  const cases: [text: string, language: ScriptLanguage, expected: Partial<Code>][] = [
    ['a // b!\n/* c! */ d', 'TypeScript', { ...none, code: 'a /**/\n/**/ d' }],
    [`f('any thing', ${template})`, 'TypeScript', { ...none, code: `f('', ${bare})` }],
    ['a = /[(]/.test(b)', 'TypeScript', { ...none, code: 'a = /_/.test(b)' }],
    ['a! + b', 'TypeScript', { bangs: [1] }],
    ['a != b; !c; return !d; a.return', 'TypeScript', none],
    ['a.return!', 'TypeScript', { bangs: [8] }],
    ['/[/"]!/.test(a) / b', 'TypeScript', none],
    ['(a ? b : c) ? d : e', 'TypeScript', { nextTernaries: [] }],
    ['a ? b : c ? d : e', 'TypeScript', { nextTernaries: [10] }],
    ['a ? b : c; d ?? e?.f; g ? h : i', 'TypeScript', { nextTernaries: [] }],
    ['function f(a, b, /* c */ d) {}', 'TypeScript', { mostParts: { '(': 4, '[': 0, '{': 1 } }],
    ["<p a='>'>it's {b ? c : 'd'} (<i/></p>", 'Tsx', { ...none, code: "<p a='>'>{b ? c : 'd'}<i/></p>" }],
    ['<p a="import(b)" c={d}>e</p>', 'Tsx', { ...none, code: '<p a="" c={d}></p>' }],
    ['const f = <T,>(a: T) => a!', 'Tsx', { bangs: [25] }],
    ['f(', 'TypeScript', { code: 'f(', isInDoubt: true, mostParts: { '(': Infinity, '[': Infinity, '{': Infinity } }],
    ["it's", 'TypeScript', { isInDoubt: true }],
  ];
  for (const [text, language, expected] of cases) {
    test(`${language} ${text}`, () => {
      const code = readCode(text, language);
      for (const [key, value] of Object.entries(expected)) assert.deepEqual(code[key as keyof Code], value, key);
    });
  }

  test('every node of code that parses has the shape of its kind', () => {
    const seen = { parsed: 0, kinds: new Set<string>(), passedOver: 0 };
    for (const { language, text } of samples()) compare(text, language, seen);
    assert.ok(
      seen.parsed > 500 && seen.kinds.size > 80 && seen.passedOver > seen.parsed,
      JSON.stringify({ ...seen, kinds: seen.kinds.size }),
    );
  });
});

const outsideTry = { not: { inside: { kind: 'try_statement', stopBy: 'end' } } };

/** What stands in nodes of which tokens cannot be told one by one. */
const rules: AstCheck['rule'][] = [
  ...[
    'expect($A)',
    'it($A, $B)',
    'new Error($A)',
    'new $A($B, $C)',
    '$A.then($B)',
    '$A.then($B, $C)',
    '$A.push($B)',
    '$F($A, $$$B)',
    'super($A)',
    'f($A)',
    'a.b = $C',
    '$A.name = $B',
    'const $A = $B',
    'export default $A',
    'await $A',
    'return $A.length',
    'import $A from "react"',
    'process.env.$A',
    '$A ?? []',
    '() => $A',
    'async ($A) => $B',
    'typeof $A',
    'throw new Error($A)',
  ].flatMap((pattern, index) => {
    const all = [{ pattern }, { pattern, ...outsideTry }, { kind: 'expression_statement', has: { pattern } }];
    return process.env.TACKROOM_AST_CORPUS === undefined ? all.slice(index % 3, (index % 3) + 1) : all;
  }),
  { kind: 'await_expression', ...outsideTry },
  { kind: 'import_statement', has: { field: 'source', regex: '^.react' } },
  { kind: 'import_statement', has: { field: 'source', regex: '^[\'"]@theia/core' } },
  { kind: 'pair', regex: '^name\\s*:\\s*' },
  { kind: 'variable_declarator', regex: 'options\\s*=' },
  { kind: 'optional_parameter', has: { field: 'type', has: { kind: 'predefined_type', regex: '^string$' } } },
  { kind: 'required_parameter', has: { field: 'type', has: { kind: 'predefined_type', regex: '^string$' } } },
  { kind: 'await_expression', inside: { kind: 'for_statement', stopBy: 'end' } },
  {
    kind: 'await_expression',
    inside: { any: [{ kind: 'for_in_statement' }, { kind: 'for_statement' }, { kind: 'while_statement' }], stopBy: 'end' },
  },
  { kind: 'expression_statement', has: { pattern: 'beforeEach($$$ARGS)' } },
  { kind: 'ternary_expression', has: { kind: 'ternary_expression' } },
  { kind: 'else_clause', inside: { kind: 'if_statement', has: { field: 'consequence', has: { kind: 'return_statement' } } } },
  { kind: 'catch_clause', has: { field: 'body', regex: '^\\{\\s*\\}$' } },
  { kind: 'catch_clause', has: { field: 'body', regex: '^\\{\\s*\\}(\\s*(//[^\\n]*|/\\*[\\s\\S]*?\\*/))*\\s*$' } },
  { kind: 'throw_statement', has: { any: [{ kind: 'string' }, { kind: 'template_string' }, { kind: 'object' }] } },
  { kind: 'required_parameter', has: { field: 'type', has: { kind: 'predefined_type', regex: '^any$' } } },
  { kind: 'function_declaration', has: { field: 'return_type', has: { kind: 'predefined_type', regex: '^void$' } } },
  { kind: 'await_expression', inside: { any: [{ kind: 'for_in_statement' }, { kind: 'while_statement' }], stopBy: 'end' } },
  ...['arguments', 'array', 'formal_parameters', 'object', 'named_imports', 'object_pattern', 'tuple_type'].flatMap((kind) =>
    [2, 3, 5, 7].map((nthChild) => ({ kind, has: { nthChild } })),
  ),
];

const prepared = new Map(
  (['TypeScript', 'Tsx', 'JavaScript'] as const).map((language) => [
    language,
    {
      kinds: new Map(kindNames.map((kind) => [kind, kindShapes(kind, { language, twice: false })])),
      rules: rules.flatMap((rule) => (configError(language, { rule }) === undefined ? [{ rule, shapes: ruleShapes(rule, language) }] : [])),
    },
  ]),
);

function compare(text: string, language: ScriptLanguage, seen: { parsed: number; kinds: Set<string>; passedOver: number }): void {
  const root = loadEngine().parse(language, text).root();
  const kinds = kindsIn(root);
  const known = prepared.get(language);
  if (kinds === undefined || known === undefined) return;
  seen.parsed++;
  const code = readCode(text, language);
  for (const [kind, shapes] of known.kinds) {
    const may = shapes.every((shape) => shape(code));
    if (kinds.has(kind)) seen.kinds.add(kind);
    if (!may) seen.passedOver++;
    assert.ok(may || !kinds.has(kind), `${kind} is in this ${language}:\n${text}`);
  }
  for (const { rule, shapes } of known.rules) {
    if (shapes.some((shape) => !shape(code))) assert.equal(root.find({ rule })?.text(), undefined, `${JSON.stringify(rule)}\n${text}`);
  }
}

/** Undefined where it does not parse. */
function kindsIn(node: AstNode, kinds = new Set<string>()): Set<string> | undefined {
  if (node.kind() === 'ERROR' || (node.isLeaf() && node.text() === '' && node.parent() !== null)) return undefined;
  if (node.isNamed()) kinds.add(node.kind());
  return node.children().every((child) => kindsIn(child, kinds) !== undefined) ? kinds : undefined;
}

/** Parses, but only a parser can tell. */
const doubtful = 'a = (b) / 1 / 2;';
const made = '// Wait.\nbeforeEach(() => {});\nif (a) {\n  // Wait.\n  return 1;\n  // No, wait.\n} /* Or */ else {\n  b /* ! */! + c;\n}';

/** `TACKROOM_AST_CORPUS` names a folder whose files are looked at besides. */
function* samples(): Generator<{ text: string; language: ScriptLanguage }> {
  for (const [index, text] of [made, ...statements].entries()) {
    yield { text, language: 'TypeScript' };
    if (index % 4 === 0) yield { text: `${doubtful}\n${text}`, language: 'TypeScript' };
    if (text.length < 500) yield { text, language: 'Tsx' };
  }
  const { TACKROOM_AST_CORPUS: folder } = process.env;
  if (folder === undefined) return;
  for (const entry of fs.readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const language = entry.isFile() ? astLanguageOf(entry.name) : undefined;
    if (language !== undefined && isScript(language))
      yield { language, text: fs.readFileSync(path.join(entry.parentPath, entry.name), 'utf8') };
  }
}
