// Everything that can be said of the code without running its tests. Every step runs, so that one go shows all that is wrong.
import { checkSteps } from './check-steps.ts';
import { runStep } from './run-step.ts';

const atOnce = 2;
const waiting = [...checkSteps];

await Promise.all(Array.from({ length: atOnce }, work));

async function work(): Promise<void> {
  for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
    const { passed, seconds, report } = await runStep(step);
    console.log(`${passed ? 'ok    ' : 'FAILED'}  ${step.name} (${seconds.toFixed(1)} s)`);
    if (passed) continue;
    console.log(report.trimEnd().replace(/^/gm, '        '));
    process.exitCode = 1;
  }
}
