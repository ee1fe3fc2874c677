import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { splitByRules } from '#guardrails/ast/bulk/split-by-rules.ts';

const rule = fc.nat(30).map((index) => `rule-${index}`);
const files = fc.array(fc.uniqueArray(rule, { minLength: 1, maxLength: 5 }), { maxLength: 60 });

suite('files parted by the rules that can find something in them', () => {
  test('each file is in one portion, which asks about all its rules', () => {
    fc.assert(
      fc.property(files, (lists) => {
        const possible = new Map(lists.map((rules, index) => [`file-${index}`, new Set(rules)]));
        const portions = splitByRules(possible);
        assert.deepEqual(portions.flatMap(({ paths }) => paths).sort(), [...possible.keys()].sort());
        for (const { paths, rules } of portions)
          for (const path of paths) for (const one of possible.get(path) ?? []) assert.ok(rules.has(one), `${one} in ${path}`);
      }),
      { numRuns: 300 },
    );
  });

  test('many files with one rule go without the rules of a few others', () => {
    const common = Array.from({ length: 900 }, (_, index) => [`common-${index}`, new Set(['any'])] as const);
    const rare = Array.from({ length: 40 }, (_, index) => [`rare-${index}`, new Set(['any', `rule-${index}`])] as const);
    const [first, second, ...rest] = splitByRules(new Map([...rare, ...common]));
    assert.deepEqual([first?.paths.length, first?.rules.size, second?.paths.length, second?.rules.size, rest], [900, 1, 40, 41, []]);
  });

  test('few files are one portion', () => {
    const few = Array.from({ length: 20 }, (_, index) => [`file-${index}`, new Set([`rule-${index}`])] as const);
    assert.equal(splitByRules(new Map(few)).length, 1);
    assert.deepEqual(splitByRules(new Map()), []);
  });
});
