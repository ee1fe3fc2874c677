import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { astMutants } from '#guardrails/ast/ast-mutants.ts';
import type { AstCheck } from '#kernel/records/guardrail.ts';

suite('parts of an ast check', () => {
  test('every part is taken out once', () => {
    const check: AstCheck = {
      kind: 'ast',
      language: 'typescript',
      rule: {
        any: [
          { pattern: 'a($X)', not: { inside: { kind: 'class_body', stopBy: 'end' } } },
          { all: [{ kind: 'identifier' }, { regex: '^(?:b|c)$' }] },
        ],
        has: { kind: 'arguments', field: 'arguments', stopBy: 'end' },
      },
      constraints: { X: { regex: 'd|e' } },
      utils: { local: { pattern: 'f', nthChild: 1 } },
    };
    assert.deepEqual(
      astMutants(check).map(({ part }) => part),
      [
        'rule.any[0]',
        'rule.any[0].pattern',
        'rule.any[0].not',
        'rule.any[1]',
        'rule.any[1].all[0]',
        'rule.any[1].all[1]',
        'rule.any[1].all[1].regex: b',
        'rule.any[1].all[1].regex: c',
        'rule.has',
        'constraints.X',
        'constraints.X.regex: d',
        'constraints.X.regex: e',
        'utils.local',
        'utils.local.pattern',
        'utils.local.nthChild',
      ],
    );
  });

  test('a mutant differs in its part alone', () => {
    const check: AstCheck = {
      kind: 'ast',
      language: 'typescript',
      rule: { any: [{ pattern: 'a' }, { pattern: 'b', not: { pattern: 'c' } }] },
    };
    const [first, second, , without] = astMutants(check);
    assert.deepEqual(first?.check, { ...check, rule: { any: [{ pattern: 'b', not: { pattern: 'c' } }] } });
    assert.deepEqual(second?.check, { ...check, rule: { any: [{ pattern: 'a' }] } });
    assert.equal(without?.part, 'rule.any[1].not');
    assert.deepEqual(without.check, { ...check, rule: { any: [{ pattern: 'a' }, { pattern: 'b' }] } });
  });
});
