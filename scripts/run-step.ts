import { runProcess } from '#platform/process/run-process.ts';
import { type CheckStep, root } from './check-steps.ts';

/** How one step ended. `report` is what a person needs in order to mend it; empty when there is nothing to mend. */
export interface StepOutcome {
  passed: boolean;
  seconds: number;
  report: string;
}

const timeoutMs = 120_000;

export async function runStep(step: CheckStep): Promise<StepOutcome> {
  const start = performance.now();
  const outcome = await runProcess(step.command, { cwd: root, timeoutMs });
  const seconds = (performance.now() - start) / 1000;
  if (outcome.kind === 'exited' && outcome.code === 0) return { passed: true, seconds, report: '' };
  const ended = outcome.kind === 'exited' ? `exit code ${outcome.code}` : outcome.kind;
  return { passed: false, seconds, report: `${step.name}: ${ended}\n${outcome.stdout}${outcome.stderr}\n${step.fix}` };
}
