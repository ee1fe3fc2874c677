// The steps of `npm run check` as tests, so that `npm test` has one summary and one list of what failed.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkSteps } from '../scripts/check-steps.ts';
import { runStep } from '../scripts/run-step.ts';

describe('npm run check', () => {
  for (const step of checkSteps) {
    it(step.name, async () => {
      const { passed, report } = await runStep(step);
      assert.ok(passed, report);
    });
  }
});
