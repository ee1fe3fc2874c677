import type { RunResult } from './run-result.ts';

/** Runs all steps without a pause. */
export function finish(steps: Generator<void, RunResult>): RunResult {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
