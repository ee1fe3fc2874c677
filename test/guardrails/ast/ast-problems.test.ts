import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { astProblems } from '#guardrails/ast/ast-problems.ts';
import type { AstCheck } from '#kernel/records/guardrail.ts';

type Ast = Omit<AstCheck, 'kind' | 'language'> & Partial<Pick<AstCheck, 'language'>>;

suite('problems of an ast check', () => {
  const cases: [name: string, check: Ast, at: (string | number)[], message: RegExp, fix?: RegExp][] = [
    [
      'an unknown kind',
      { rule: { any: [{ kind: 'identifier' }, { kind: 'call_expresion' }] } },
      ['rule', 'any', 1, 'kind'],
      /Kind `call_expresion` is invalid \(TypeScript\)/,
      /"call_expression"/,
    ],
    ['half a kind', { rule: { kind: 'function_decl' } }, ['rule', 'kind'], /function_decl/, /"function_declaration"/],
    [
      'an unknown kind of Python',
      { language: 'python', rule: { kind: 'function_defintion' } },
      ['rule', 'kind'],
      /Kind `function_defintion` is invalid \(Python\)/,
      /"function_definition"/,
    ],
    ['an unknown kind of CSS', { language: 'css', rule: { kind: 'declration' } }, ['rule', 'kind'], /declration/, /"declaration"/],
    [
      'an unknown key',
      { rule: { pattern: 'a', inside: { has: { patern: 'b' }, stopBy: 'end' } } },
      ['rule', 'inside', 'has', 'patern'],
      /unknown field `patern`/,
      /"pattern"/,
    ],
    [
      'in stopBy',
      { rule: { pattern: 'a', inside: { kind: 'program', stopBy: { knd: 'b' } } } },
      ['rule', 'inside', 'stopBy', 'knd'],
      /unknown field `knd`/,
      /"kind"/,
    ],
    [
      'in ofRule',
      { rule: { pattern: 'a', nthChild: { position: 1, ofRule: { kind: 'nope' } } } },
      ['rule', 'nthChild', 'ofRule', 'kind'],
      /Kind `nope` is invalid/,
    ],
    ['an expression', { rule: { kind: 'identifier', regex: '(' } }, ['rule', 'regex'], /unclosed group/],
    ['a pattern of two nodes', { rule: { pattern: 'a; b' } }, ['rule', 'pattern'], /Multiple AST nodes/],
    [
      'an unknown util',
      { rule: { matches: 'clok' }, utils: { clock: { pattern: 'Date.now()' } } },
      ['rule', 'matches'],
      /Rule `clok` is not defined/,
      /"clock"/,
    ],
    [
      'inside a util',
      { rule: { matches: 'clock' }, utils: { clock: { any: [{ kind: 'nope' }] } } },
      ['utils', 'clock', 'any', 0, 'kind'],
      /Kind `nope`/,
    ],
    [
      'inside a constraint',
      { rule: { pattern: '$A()' }, constraints: { A: { kind: 'identifer' } } },
      ['constraints', 'A', 'kind'],
      /`identifer`/,
      /"identifier"/,
    ],
    [
      'a constraint of nothing',
      { rule: { pattern: 'fetch($URL)' }, constraints: { ULR: { kind: 'identifier' } } },
      ['constraints', 'ULR'],
      /the constraints speak of \$ULR, which the rule does not capture/,
      /"URL"/,
    ],
    [
      'a util that is nowhere',
      { rule: { pattern: 'fetch($URL)', matches: 'nope' } },
      ['rule', 'matches'],
      /Rule `nope` is not defined/,
      /under `utils`, beside `rule`/,
    ],
    ['a rule about no kind of node', { rule: { regex: 'a' } }, ['rule'], /which kinds of nodes/],
    [
      'one alternative about no kind of node',
      { rule: { any: [{ pattern: 'a' }, { has: { pattern: 'b' } }] } },
      ['rule'],
      /which kinds of nodes/,
    ],
    ['a fix of what is not captured', { rule: { pattern: 'a($ARG)' }, fix: 'b($AGR)' }, ['fix'], /\$AGR/, /"ARG"/],
    [
      'a kind of the other grammar',
      { rule: { kind: 'enum_declaration' }, language: 'javascript' },
      ['rule', 'kind'],
      /enum_declaration.*\(JavaScript\)/,
    ],
    [
      'a kind that a named language lacks',
      { rule: { kind: 'enum_declaration' }, languages: ['typescript', 'javascript'] },
      ['rule', 'kind'],
      /\(JavaScript\)/,
    ],
  ];
  for (const [name, check, at, message, fix] of cases) {
    test(name, () => {
      const [problem, ...others] = astProblems({ kind: 'ast', language: 'typescript', ...check });
      assert.deepEqual(others, []);
      assert.deepEqual(problem?.at, at);
      assert.match(problem.message, message);
      if (fix !== undefined) assert.match(problem.fix ?? '', fix);
    });
  }

  const sound: Ast[] = [
    { rule: { pattern: 'a($$$ARGS)' }, fix: 'b($$$ARGS)' },
    { rule: { all: [{ regex: 'a' }, { kind: 'identifier' }] } },
    { rule: { matches: 'a' }, utils: { a: { matches: 'b' }, b: { kind: 'identifier' } } },
    { rule: { pattern: '$A()' }, transform: { B: { substring: { source: '$A', startChar: 1 } } }, fix: '$B()' },
    { rule: { kind: 'call_expression > identifier' } },
  ];
  for (const check of sound)
    test(`none of ${JSON.stringify(check)}`, () => assert.deepEqual(astProblems({ kind: 'ast', language: 'typescript', ...check }), []));
});
