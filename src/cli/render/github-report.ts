import type { CheckOutcome } from '#app/check.ts';
import { groupBy } from '#kernel/group-by.ts';
import type { Finding } from '#kernel/records/finding.ts';
import type { Priority } from '#kernel/records/priority.ts';
import { githubCommand, logLine } from './github-command.ts';
import { plural } from './plural.ts';

/** GitHub shows this many annotations of a level in one step, and passes over the rest. */
const mostOfALevel = 10;

const levels = { P0: 'error', P1: 'error', P2: 'warning', P3: 'notice' } as const satisfies Record<Priority, string>;

/** A check as workflow commands of GitHub Actions, which become annotations in the changed files; what GitHub would pass over stands in the log alone. */
export function githubReport(outcome: CheckOutcome, because: string | undefined): string {
  const { report, faults, leftOut } = outcome;
  const byLevel = [...groupBy(report.findings, ({ priority }) => levels[priority])];
  const annotated = byLevel.flatMap(([level, findings]) => findings.slice(0, mostOfALevel).map((finding) => annotation(level, finding)));
  const rest = byLevel.flatMap(([, findings]) => findings.slice(mostOfALevel));
  const faulty = faults
    .slice(0, mostOfALevel)
    .map(({ guardrail, message }) => githubCommand('error', { title: `${guardrail} failed` }, `This report is not complete: ${message}`));
  return `${[...faulty, ...leftWarning(leftOut), ...annotated, ...restLines(rest), ...lastLines(outcome, because)].join('\n')}\n`;
}

/** A check that is green because it passed over guardrails must be seen. */
function leftWarning(leftOut: CheckOutcome['leftOut']): string[] {
  if (leftOut === undefined) return [];
  const { guardrails, note } = leftOut;
  return [githubCommand('warning', { title: `${plural(guardrails.length, 'guardrail')} left out` }, note)];
}

function annotation(level: string, finding: Finding): string {
  const title = `${finding.priority} ${finding.guardrail ?? ''}`;
  return githubCommand(level, { file: finding.path, ...placeOf(finding), title }, wordsOf(finding).join('\n'));
}

/** GitHub takes columns only where a range lies in one line. */
function placeOf({ range }: Finding): Record<string, string> {
  if (range === undefined) return {};
  const { start, end } = range;
  const lastLine = end.column === 1 && end.line > start.line ? end.line - 1 : end.line;
  const lines = { line: String(start.line), endLine: String(lastLine) };
  return end.line === start.line ? { ...lines, col: String(start.column), endColumn: String(end.column) } : lines;
}

/** The place is said again, since the log shows the message alone. */
function wordsOf({ path, range, message, fix, runbook }: Finding): string[] {
  const place = range === undefined ? path : `${path}:${range.start.line}:${range.start.column}`;
  return [`${place} ${message}`, ...(fix === undefined ? [] : [`Fix: ${fix}`]), ...(runbook === undefined ? [] : [`Runbook: ${runbook}`])];
}

function restLines(findings: readonly Finding[]): string[] {
  if (findings.length === 0) return [];
  const head = `${plural(findings.length, 'finding')} without an annotation: GitHub shows ${mostOfALevel} of a level in one step`;
  return [
    `::group::${head}`,
    ...findings.map((finding) => logLine(`${finding.priority} ${wordsOf(finding)[0]} [${finding.guardrail ?? ''}]`)),
    '::endgroup::',
  ];
}

function lastLines({ report: { summary }, nouns }: CheckOutcome, because: string | undefined): string[] {
  const priorities = Object.entries(summary.byPriority).flatMap(([priority, count]) => (count === 0 ? [] : [`${count} ${priority}`]));
  const counts = summary.findings === 0 ? 'no findings' : `${plural(summary.findings, 'finding')} (${priorities.join(', ')})`;
  const { file, guardrail } = nouns ?? { file: 'file', guardrail: 'guardrail' };
  return [
    `Tackroom: ${counts} in ${plural(summary.files, file)}, ${plural(summary.guardrails, guardrail)} applied.`,
    ...(because === undefined ? [] : [`Format: github (${because}); others: --format human, --format sarif.`]),
  ];
}
