import type { CheckOutcome } from '#app/check.ts';
import { groupBy } from '#kernel/group-by.ts';
import type { Finding } from '#kernel/records/finding.ts';
import type { Priority } from '#kernel/records/priority.ts';
import { chooseFindings } from './choose-findings.ts';
import { codeFrame } from './code-frame.ts';
import { type Colors, createColors } from './colors.ts';
import { plural } from './plural.ts';
import { printable } from './printable.ts';

export interface HumanStyle {
  colors: boolean;
  /** Width of the terminal; default 120. */
  columns?: number;
  /** Show every finding, however many there are. */
  all: boolean;
  /** Whether what could be mended has been: what is left has been told of by whoever did. */
  isMended?: boolean;
  /** Text of a file, for code frames. */
  read(path: string): string | undefined;
}

/** A report for a person: findings by file with the code they speak of, each guardrail's remedy once, and a summary. */
export function humanReport(outcome: Pick<CheckOutcome, 'report' | 'leftOut' | 'nouns' | 'replacementOf'>, style: HumanStyle): string {
  const { report, replacementOf } = outcome;
  const colors = createColors(style.colors);
  const shown = chooseFindings(report.findings, style.all);
  const files = groupBy(shown, (finding) => finding.path);
  const blocks = [...files].sort(byPath).map(([path, findings]) => fileBlock({ path, findings }, style, colors));
  if (shown.length > 0) blocks.push(remedyBlock(report.findings, colors));
  if (shown.length < report.findings.length)
    blocks.push(`Shown: ${shown.length} of ${plural(report.findings.length, 'finding')}, a sample of each guardrail. All of them: --all`);
  const summary = [summaryBlock(outcome, colors), ...(style.isMended ? [] : mendLine(report.findings, replacementOf))].join('\n');
  return `${[...blocks, summary].join('\n\n')}\n`;
}

function mendLine(findings: readonly Finding[], replacementOf: CheckOutcome['replacementOf']): string[] {
  const count = findings.filter((finding) => replacementOf(finding) !== undefined).length;
  return count === 0 ? [] : [`${count === findings.length ? 'All' : count} can be mended with --fix; with --dry-run it shows how.`];
}

function byPath([a]: [string, unknown], [b]: [string, unknown]): number {
  return a < b ? -1 : 1;
}

function fileBlock(file: { path: string; findings: Finding[] }, style: HumanStyle, colors: Colors): string {
  const lines = file.findings.some((finding) => finding.range !== undefined) ? linesOf(style.read(file.path) ?? '') : [];
  const sorted = file.findings.toSorted((a, b) => startOf(a) - startOf(b));
  return [
    colors.underline(printable(file.path)),
    ...sorted.map((finding) => findingBlock(finding, lines, { colors, columns: style.columns ?? 120 })),
  ].join('\n');
}

/** The end of the last line does not begin another. */
function linesOf(text: string): string[] {
  return text.replace(/\r?\n$/, '').split(/\r?\n/);
}

function startOf(finding: Finding): number {
  return finding.range === undefined ? 0 : finding.range.start.line * 100_000 + finding.range.start.column;
}

function findingBlock(finding: Finding, lines: readonly string[], style: { colors: Colors; columns: number }): string {
  const { range } = finding;
  const place = range === undefined ? 'file' : `${range.start.line}:${range.start.column}`;
  const head = `  ${place} ${paint(style.colors, finding.priority)} ${style.colors.bold(finding.guardrail ?? '')}  ${printable(finding.message.replace(/\s+/g, ' '))}`;
  const frame = range === undefined || lines[range.start.line - 1] === undefined ? [] : codeFrame(lines, range, style);
  return [head, ...frame].join('\n');
}

function paint(colors: Colors, priority: Priority): string {
  const painter = { P0: colors.inverse, P1: colors.red, P2: colors.yellow, P3: colors.dim }[priority];
  return painter(priority);
}

/** Each guardrail once: how often it was broken, and what to do about it. */
function remedyBlock(findings: readonly Finding[], colors: Colors): string {
  const guardrails = [...groupBy(findings, (finding) => finding.guardrail ?? '')].sort(
    ([, a], [, b]) => (a[0]?.priority ?? '').localeCompare(b[0]?.priority ?? '') || b.length - a.length,
  );
  const lines = guardrails.map(([id, [first, ...others]]) => {
    const runbook = first?.runbook === undefined ? '' : ` See ${first.runbook}`;
    const remedy = first?.fix === undefined ? '' : ` ${printable(first.fix.replace(/\s+/g, ' '))}`;
    return `  ${colors.bold(id)} (${others.length + 1})${remedy === '' && runbook === '' ? '' : ':'}${remedy}${runbook}`;
  });
  return ['How to fix', ...lines].join('\n');
}

function summaryBlock(
  { report: { summary, findings }, leftOut, nouns }: Pick<CheckOutcome, 'report' | 'leftOut' | 'nouns'>,
  colors: Colors,
): string {
  const { file, guardrail } = nouns ?? { file: 'file', guardrail: 'guardrail' };
  const { accepted, byPriority, suppressed, notRun } = summary;
  const priorities = Object.entries(byPriority).flatMap(([priority, count]) => (count === 0 ? [] : [`${count} ${priority}`]));
  const broken = new Set(findings.map((finding) => finding.path)).size;
  const head =
    findings.length === 0
      ? `${colors.green('No findings')} in ${plural(summary.files, file)}`
      : `${colors.bold(plural(findings.length, 'finding'))} (${priorities.join(', ')}) in ${broken.toLocaleString('en-US')} of ${plural(summary.files, file)}`;
  const about = [
    `${plural(summary.guardrails, guardrail)}${summary.onCommands === 0 ? '' : ` and ${summary.onCommands} on commands`}`,
    ...(suppressed === 0 ? [] : [`${suppressed} suppressed by tackroom-allow`]),
    ...(accepted === 0 ? [] : [`${accepted.toLocaleString('en-US')} accepted in the baseline`]),
    seconds(summary.durationMs),
  ];
  return [`${head}; ${about.join(', ')}.`, ...leftLines(leftOut, colors), ...judgedLines(notRun, leftOut, colors)].join('\n');
}

/** A green check that passed over half of its guardrails has to say so. */
function leftLines(leftOut: CheckOutcome['leftOut'], colors: Colors): string[] {
  if (leftOut === undefined) return [];
  const { fix, guardrails, languages } = leftOut;
  const ids = guardrails.map(({ id }) => id).join(', ');
  return [`${colors.yellow('Left out')}, since the grammar of ${languages.join(', ')} is not installed: ${ids}. ${fix}`];
}

function judgedLines(notRun: readonly string[], leftOut: CheckOutcome['leftOut'], colors: Colors): string[] {
  const judged = notRun.filter((id) => !leftOut?.guardrails.some((one) => one.id === id));
  return judged.length === 0 ? [] : [colors.dim(`Judged in review, not by a check: ${judged.join(', ')}`)];
}

function seconds(durationMs: number): string {
  return durationMs < 1000 ? `${Math.round(durationMs)} ms` : `${(durationMs / 1000).toFixed(1)} s`;
}
