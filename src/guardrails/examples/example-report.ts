import type { Check, CoverageCheck, ToolCheck } from '#kernel/records/guardrail.ts';
import type { Example } from '#kernel/records/guardrail-page.ts';
import type { Report } from '../kind/check-kind.ts';

/** Whether the kind judges what a program wrote, so that its examples are such reports. */
export function isReportCheck(check: Check): check is CoverageCheck | ToolCheck {
  return check.kind === 'coverage' || check.kind === 'tool';
}

/** An example's report, which is the file called so or the first, and its other files, which the report may speak of. */
export function exampleReport(example: Example, check: CoverageCheck | ToolCheck): { report: Report; files: Record<string, string> } {
  const named = check.kind === 'coverage' ? example.files.find(({ path }) => path === check.report) : undefined;
  const chosen = named ?? example.files[0];
  const text = chosen?.text ?? '';
  const others = example.files.filter((file) => file !== chosen);
  const files = Object.fromEntries(others.flatMap((file) => (file.path === undefined ? [] : [[file.path, file.text]])));
  if (check.kind === 'coverage') return { report: { kind: 'file', path: check.report, text }, files };
  // Programs that found something may end with 1 and need not.
  return { report: { kind: 'outputs', command: check.run.join(' '), outputs: [{ code: 0, stdout: text, stderr: '' }] }, files };
}
