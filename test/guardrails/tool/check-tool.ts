import { compileRules } from '#guardrails/compile-rules.ts';
import { type Report, runRules } from '#guardrails/run-rules.ts';
import { memoryTree } from '#guardrails/tree.ts';
import type { ToolCheck } from '#kernel/records/guardrail.ts';
import { makePage } from '../make-page.ts';

type Run = Extract<Report, { kind: 'outputs' }>['outputs'][number];

export interface ToolOutcome {
  /** `path:line:column-line:column what` of each finding. */
  found: string[];
  notes: string[];
  faults: string[];
}

/** What a tool guardrail makes of what a program printed. */
export function checkTool(check: Partial<ToolCheck>, printed: string | Partial<Run>, files: Record<string, string>): ToolOutcome {
  const page = makePage('one', { kind: 'tool', run: ['lint', '{files}'], output: 'sarif', ...check }, { files: ['src/**'] });
  const { compiled, problems } = compileRules([page], { engine: '', pagesHash: '' });
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  const output: Run = { code: 0, stdout: '', stderr: '', ...(typeof printed === 'string' ? { stdout: printed } : printed) };
  const reports = new Map<string, Report>([['one', { kind: 'outputs', command: 'lint {files}', outputs: [output] }]]);
  const result = runRules(compiled, { tree: memoryTree(files), paths: Object.keys(files), whole: true, root: '/repo', reports });
  return {
    found: result.findings.map(({ path, range, message }) => {
      const place = range && `${range.start.line}:${range.start.column}-${range.end.line}:${range.end.column}`;
      return `${[path, place].filter(Boolean).join(':')} ${message.replace('one is broken. ', '')}`;
    }),
    notes: result.notes.map(({ message }) => message),
    faults: result.faults.map(({ message }) => message),
  };
}
