import type { CompiledRules } from '#kernel/records/compiled-rules.ts';
import { runSteps } from './run/run-steps.ts';
import type { RunResult, Scope } from './run-result.ts';

/** Syntax trees are freed only when the event loop turns: without that a million lines hold a gigabyte, with it 200 MB. */
const stepsPerTurn = 50;

/** Checks files at once, for a hook that looks at the few an agent has just touched. Loads no library before a rule needs it. */
export function runRules(rules: CompiledRules, scope: Scope): RunResult {
  const steps = runSteps(rules, scope);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** The same for a whole repository: lets the event loop turn on the way. Throws the signal's reason when aborted. */
export async function runRulesAsync(rules: CompiledRules, scope: Scope, signal?: AbortSignal): Promise<RunResult> {
  const steps = runSteps(rules, scope);
  for (let count = 1; ; count++) {
    signal?.throwIfAborted();
    const step = steps.next();
    if (step.done === true) return step.value;
    if (count % stepsPerTurn === 0) await new Promise((resolve) => setImmediate(resolve));
  }
}
