import * as z from 'zod';
import type { CheckOutcome } from '#app/check.ts';
import { flow } from '#app/flow.ts';
import { shellWord } from '#kernel/shell-word.ts';
import { answerCall, type Said, type ToolAbout } from './answer-call.ts';

const input = z.strictObject({
  paths: z.array(z.string().min(1)).max(1_000).optional().describe('files and folders, relative to the repository; none: all'),
  changed: z.boolean().optional().describe('only what differs from the last commit'),
});

const output = z.strictObject({
  findings: z.number(),
  byPriority: z.strictObject({ P0: z.number(), P1: z.number(), P2: z.number(), P3: z.number() }),
  files: z.number().describe('files that were looked at'),
  complete: z.boolean().describe('false: some guardrails could not be run to their end'),
  report: z.string().describe('the findings, worst first, and how to mend them'),
});

/** `check`: files against the guardrails. */
export function registerCheck(about: ToolAbout): void {
  const config = {
    title: 'Check against the guardrails',
    description: 'Finds breaches of this repository’s guardrails in files, with the remedy. Run it with changed=true before you are done.',
    inputSchema: input,
    outputSchema: output,
    annotations: { readOnlyHint: true, idempotentHint: true, destructiveHint: false, openWorldHint: false },
  };
  about.server.registerTool('check', config, ({ paths = [], changed = false }, context) =>
    answerCall(about, context, async ({ root, call, signal }) => {
      const { check } = await flow.check();
      const scope = changed ? { kind: 'changed' as const } : { kind: 'all' as const };
      const words = [...paths.map(shellWord), ...(changed ? ['--changed'] : [])];
      const seeMore = [call, 'check', ...words, '--format agent --max-chars 16000'].join(' ');
      return check({ cwd: root, paths, scope, env: about.place.env }, (outcome) => say(outcome, seeMore), signal);
    }),
  );
}

/** Who asks for a check wants an answer, so nothing found is said as well. */
function say(outcome: CheckOutcome, seeMore: string): Said {
  const { findings, byPriority, files, guardrails } = outcome.report.summary;
  const found =
    outcome.sayToAgent({ lead: 'Tackroom:', seeMore }) || `Tackroom: no findings in ${files} files against ${guardrails} guardrails.`;
  const faults = outcome.faults.map(({ guardrail, message }) => `Guardrail ${guardrail} failed, so this is not complete: ${message}`);
  const left = outcome.unjudged.length === 0 ? [] : [`Not judged: ${outcome.unjudged.join(', ')}.`];
  const report = [found, ...faults.slice(0, 3), ...left].join('\n');
  return { text: report, data: { findings, byPriority, files, complete: outcome.faults.length === 0, report } };
}
