import type { RunResult } from './run-result.ts';
import type { Steps } from './run-steps.ts';

/** Runs all steps without a pause; none of them waits for a search. */
export function finish(steps: Steps): RunResult {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
