import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { LiteralFinder } from '#guardrails/regex/literal-finder.ts';

suite('texts that are looked for together', () => {
  test('are found exactly where each is alone', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'A', '=', 'é', '😀'), maxLength: 30 });
    const literal = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '=', 'é'), minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(fc.array(literal, { maxLength: 12 }), fc.array(text, { minLength: 1, maxLength: 3 }), (literals, texts) => {
        const finder = new LiteralFinder(literals);
        for (const one of texts) {
          const found = finder.find(one);
          assert.deepEqual(
            [...found.ids].sort(),
            [...new Set(literals)]
              .filter((wanted) => one.includes(wanted))
              .flatMap((wanted) => finder.idsOf([wanted]))
              .sort(),
          );
          for (const wanted of literals)
            assert.deepEqual(finder.idsOf([wanted]).map(found.has), [one.includes(wanted)], `${wanted} in ${one}`);
        }
      }),
      { numRuns: 500 },
    );
  });
});
