import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { compileRules } from '#guardrails/compile-rules.ts';
import { testExamples } from '#guardrails/test-examples.ts';
import { loadHarness } from '#pages/load-harness.ts';

const root = fs.realpathSync(path.resolve(import.meta.dirname, '../fixtures/pages/contract'));

describe('the sample page of the contract, word for word', () => {
  const { guardrails, problems } = loadHarness(root);

  it('is read, though the value of its `fix` holds a colon and no quotes', () => {
    assert.deepEqual(problems, []);
    const [check] = guardrails.map(({ guardrail }) => guardrail.check);
    assert.equal(check?.kind === 'ast' && check.fix, 'fetch($URL, { signal: AbortSignal.timeout(10_000) })');
  });

  it('compiles, and its examples hold, the fixed one too', () => {
    assert.deepEqual(compileRules(guardrails, { engine: '', pagesHash: '' }).problems, []);
    const results = testExamples(guardrails).flatMap((test) => test.results);
    assert.deepEqual(
      results.map(({ verdict, ok }) => [verdict, ok]),
      [
        ['bad', true],
        ['good', true],
        ['fixed', true],
      ],
    );
  });
});
