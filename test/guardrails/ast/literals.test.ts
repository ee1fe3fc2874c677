import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { astCompiler } from '#guardrails/ast/ast-compiler.ts';
import { astConfig } from '#guardrails/ast/ast-config.ts';
import { configError } from '#guardrails/ast/compile-error.ts';
import { loadEngine } from '#guardrails/ast/engine.ts';
import { kindLiterals } from '#guardrails/ast/kind-literals.ts';
import { kindNames } from '#guardrails/ast/kind-names.ts';
import type { AstCheck } from '#kernel/records/guardrail.ts';
import { ruleFromSource, tornSource } from './random-rules.ts';

suite('literals of an ast rule', () => {
  const cases: [name: string, check: Omit<AstCheck, 'kind' | 'language'>, literals: string[][]][] = [
    ['the names of a pattern', { rule: { pattern: 'console.log($$$ARGS)' } }, [['console'], ['log']]],
    ['words of the syntax', { rule: { pattern: '$A as any' } }, [['any'], ['as']]],
    ['strings', { rule: { pattern: "import $A from 'lodash'" } }, [['import'], ['lodash'], ['from']]],
    ['alternatives', { rule: { any: [{ pattern: 'eval($A)' }, { kind: 'debugger_statement' }] } }, [['eval', 'debugger']]],
    ['no promise of one alternative is none of all', { rule: { any: [{ pattern: 'eval($A)' }, { pattern: '$A + $B' }] } }, []],
    [
      'members of all',
      { rule: { all: [{ kind: 'await_expression' }, { inside: { kind: 'for_statement', stopBy: 'end' } }] } },
      [['await'], ['for']],
    ],
    ['nothing from not', { rule: { kind: 'call_expression', not: { pattern: 'fetch($A)' } } }, []],
    ['nothing from stopBy', { rule: { kind: 'identifier', inside: { kind: 'program', stopBy: { kind: 'function_declaration' } } } }, []],
    ['regular expressions', { rule: { kind: 'identifier', regex: '^(foo|bar)$' } }, [['foo', 'bar']]],
    ['utils', { rule: { matches: 'log' }, utils: { log: { pattern: 'log($A)' } } }, [['log']]],
    [
      'constraints of what is captured',
      { rule: { pattern: '$F($$$A)' }, constraints: { F: { regex: '^(eval|exec)$' } } },
      [['eval', 'exec']],
    ],
    ['no constraints of what is not', { rule: { kind: 'call_expression' }, constraints: {} }, []],
    [
      'a pattern in context',
      { rule: { pattern: { context: 'class A { static make() {} }', selector: 'method_definition' } } },
      [['static'], ['make']],
    ],
    ['signatures compare no text', { rule: { pattern: { context: 'fetch(a)', strictness: 'signature' } } }, []],
    ['ast strictness drops words of the syntax', { rule: { pattern: { context: 'new Date()', strictness: 'ast' } } }, [['Date']]],
    ['a broken pattern', { rule: { pattern: 'fetch(' } }, []],
  ];
  for (const [name, check, literals] of cases) {
    test(name, () => assert.deepEqual(astCompiler.literals({ kind: 'ast', language: 'typescript', ...check }), literals));
  }

  test('utils that go in circles', () => {
    const check: AstCheck = {
      kind: 'ast',
      language: 'typescript',
      rule: { matches: 'a' },
      utils: { a: { any: [{ pattern: 'foo' }, { has: { matches: 'a' } }] } },
    };
    assert.deepEqual(astCompiler.literals(check), []);
  });

  test('a name that the source escapes is no match, as ast-grep compares text', () => {
    const root = loadEngine().parse('TypeScript', '\\u0066etch(1); fetch(2)').root();
    assert.deepEqual(
      root.findAll({ rule: { pattern: 'fetch($A)' } }).map((node) => node.text()),
      ['fetch(2)'],
    );
  });

  test('words of kinds hold in source that is torn', () => {
    const kinds = kindNames.filter(
      (kind) => kindLiterals(kind, 'TypeScript').length > 0 && configError('TypeScript', { rule: { kind } }) === undefined,
    );
    assert.ok(kinds.length > 25);
    fc.assert(
      fc.property(tornSource(), (text) => {
        const root = loadEngine().parse('TypeScript', text).root();
        for (const node of root.findAll({ rule: { any: kinds.map((kind) => ({ kind })) } }))
          assertHolds(kindLiterals(node.kind(), 'TypeScript'), node.text(), node.kind());
      }),
      { numRuns: 150 },
    );
  });

  test('no finding is lost: random rules over real source, whole and torn', () => {
    const seen = { found: 0, filtered: 0 };
    fc.assert(
      fc.property(ruleFromSource, tornSource(), ({ rule, text }, other) => {
        const check: AstCheck = { kind: 'ast', language: 'typescript', rule };
        if (configError('TypeScript', astConfig(check)) === undefined) compareWithSearch(check, [text, other], seen);
      }),
      { numRuns: 250 },
    );
    assert.ok(seen.found > 50 && seen.filtered > 30, JSON.stringify(seen));
  });
});

function compareWithSearch(check: AstCheck, texts: string[], seen: { found: number; filtered: number }): void {
  const literals = astCompiler.literals(check);
  for (const text of texts) {
    const hits = loadEngine().parse('TypeScript', text).root().findAll(astConfig(check));
    if (hits.length > 0) assertHolds(literals, text, JSON.stringify(check.rule));
    if (hits.length > 0) seen.found += 1;
    if (!literals.every((group) => group.some((literal) => text.includes(literal)))) seen.filtered += 1;
  }
}

function assertHolds(literals: string[][], text: string, what: string): void {
  for (const group of literals)
    assert.ok(
      group.some((literal) => text.includes(literal)),
      `${what} is found without ${group} in:\n${text}`,
    );
}
