import type { CompiledRules } from '#kernel/records/compiled-rules.ts';
import { runSteps } from './run/run-steps.ts';
import type { RunResult, Scope } from './run-result.ts';

/** Checks files at once, for a hook that looks at the few an agent has just touched. Loads no library before a rule needs it. */
export function runRules(rules: CompiledRules, scope: Scope): RunResult {
  const steps = runSteps(rules, scope);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
