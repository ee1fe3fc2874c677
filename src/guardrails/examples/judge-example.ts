import type { Finding } from '#kernel/records/finding.ts';
import type { ExampleRun } from './example-run.ts';

export interface Judgement {
  ok: boolean;
  /** Why, in words for the page's writer. */
  explanation: string;
}

/** Whether a `bad` example is found, each of its lines where they are commands. */
export function judgeBad(run: ExampleRun): Judgement {
  if (run.kind === 'failed') return { ok: false, explanation: run.why };
  if (run.kind === 'commands') {
    const allowed = run.lines.filter(({ denied }) => !denied).map(({ command }) => command);
    if (run.lines.length === 0) return { ok: false, explanation: 'there is no command in it' };
    return allowed.length === 0
      ? { ok: true, explanation: 'denied' }
      : { ok: false, explanation: `should be denied and is not: ${allowed.join(' | ')}` };
  }
  if (run.findings.length > 0) return { ok: true, explanation: `found ${run.findings.map(place).join(', ')}` };
  const where = Object.keys(run.files).join(', ');
  return {
    ok: false,
    explanation: run.inScope ? `should be found and is not (checked as ${where})` : `\`files\` of the page do not match ${where}`,
  };
}

/** Whether nothing is found in a `good` example. */
export function judgeGood(run: ExampleRun): Judgement {
  if (run.kind === 'failed') return { ok: false, explanation: run.why };
  if (run.kind === 'commands') {
    const denied = run.lines.filter((line) => line.denied).map(({ command }) => command);
    return denied.length === 0
      ? { ok: true, explanation: 'not denied' }
      : { ok: false, explanation: `should be allowed and is denied: ${denied.join(' | ')}` };
  }
  if (run.findings.length > 0)
    return { ok: false, explanation: `should not be found, and is ${run.findings.map((one) => quoted(one, run.files)).join(', ')}` };
  return { ok: true, explanation: run.inScope ? 'nothing found' : 'outside the files of the page' };
}

function place(finding: Finding): string {
  return finding.range === undefined ? `in ${finding.path}` : `in line ${finding.range.start.line}`;
}

function quoted(finding: Finding, files: Readonly<Record<string, string>>): string {
  const line = finding.range === undefined ? undefined : files[finding.path]?.split('\n')[finding.range.start.line - 1]?.trim();
  return line === undefined ? `${place(finding)}: ${finding.message}` : `${place(finding)}: ${line}`;
}
