import { type Report, type WantedReport, wantedReports } from '#guardrails/run-rules.ts';
import type { CompiledRules } from '#kernel/records/compiled-rules.ts';
import { readReport } from '#platform/files/read-report.ts';
import { bareEnvironment } from '#platform/process/bare-environment.ts';
import { type Outcome, runProcess } from '#platform/process/run-process.ts';

/** Longest that one start of a program may take. */
const timeoutMs = 10 * 60_000;

interface Place {
  /** Real path of the worktree. */
  root: string;
  /** Environment that programs get the harmless part of. */
  env: Readonly<Record<string, string | undefined>>;
}

/** Reads the reports and runs the programs that rules for these files judge; one after the other, since each uses all cores. */
export async function gatherReports(
  { rules, paths, ...place }: Place & { rules: CompiledRules; paths: readonly string[] },
  signal?: AbortSignal,
): Promise<ReadonlyMap<string, Report>> {
  const reports = new Map<string, Report>();
  for (const wanted of wantedReports(rules, paths, process.platform)) {
    const report = wanted.kind === 'file' ? readFile(place.root, wanted.path) : await runProgram(wanted, place, signal);
    for (const id of wanted.guardrails) reports.set(id, report);
  }
  return reports;
}

function readFile(root: string, path: string): Report {
  const file = readReport(root, path);
  if (file.kind === 'read') return { kind: 'file', path, text: file.text, writtenMs: file.writtenMs };
  if (file.kind === 'too-large')
    return { kind: 'absent', message: `${path} is larger than 256 MiB`, fix: 'Have the tests write a summary instead.' };
  if (file.kind === 'no-file')
    return {
      kind: 'absent',
      message: `${path} is no file inside the repository that we may read`,
      fix: 'Have the tests write a plain file there.',
    };
  return { kind: 'absent', message: `${path} is not there`, fix: 'Run the tests with coverage first, then check again.' };
}

async function runProgram(wanted: Extract<WantedReport, { kind: 'outputs' }>, { root, env }: Place, signal?: AbortSignal): Promise<Report> {
  const command = wanted.run.join(' ');
  const outputs: { code: number; stdout: string; stderr: string }[] = [];
  for (const run of wanted.runs) {
    const outcome = await runProcess(run, { cwd: root, env: bareEnvironment(root, env), timeoutMs }, signal);
    signal?.throwIfAborted();
    if (outcome.kind !== 'exited' || outcome.truncated) return absent(command, wanted.run[0] ?? '', outcome);
    outputs.push({ code: outcome.code, stdout: outcome.stdout, stderr: outcome.stderr });
  }
  return { kind: 'outputs', command, outputs };
}

function absent(command: string, program: string, outcome: Outcome): Report {
  const fix = 'Run it by hand in the repository and mend what it says; `run` of the page is its command line.';
  switch (outcome.kind) {
    case 'not-started':
      return {
        kind: 'absent',
        message: `\`${command}\` did not start: ${outcome.error.code === 'ENOENT' ? `there is no program ${program}` : outcome.error.message}`,
        fix: `Install ${program}, in the repository (node_modules/.bin, .venv/bin) or on the PATH.`,
      };
    case 'timed-out':
      return { kind: 'absent', message: `\`${command}\` took longer than ${timeoutMs / 60_000} minutes and was stopped`, fix };
    case 'signalled':
      return { kind: 'absent', message: `\`${command}\` died of ${outcome.signal}`, fix };
    default:
      return { kind: 'absent', message: `\`${command}\` printed more than 64 MiB`, fix: 'Have it report less, or look at fewer files.' };
  }
}
