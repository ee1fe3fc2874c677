import type { WatchAnswer } from '#app/watch.ts';
import { priorities } from '#kernel/priorities.ts';
import type { Finding } from '#kernel/records/finding.ts';
import type { WatchLine } from '#kernel/records/watch-answer.ts';
import { createColors } from './colors.ts';
import { plural } from './plural.ts';
import { printable } from './printable.ts';

type Checked = Extract<WatchAnswer, { kind: 'checked' }>;

/** A branch switch brings thousands: these are a sample, and `tackroom check` has the rest. */
const mostShown = 20;

/**
 * What changed, for people and agents: how many are open, then what appeared with its remedy, and what went. Empty where
 * nothing did, unless there was no answer before.
 */
export function renderWatch({ appeared, gone, outcome }: Checked, style: { colors: boolean; again: boolean }): string {
  if (appeared.length + gone.length === 0 && !style.again) return '';
  const colors = createColors(style.colors);
  const { findings, byPriority, durationMs } = outcome.report.summary;
  const counts = priorities.flatMap((priority) => (byPriority[priority] === 0 ? [] : [`${byPriority[priority]} ${priority}`]));
  const open =
    findings === 0 ? colors.green('No findings open') : `${colors.bold(`${plural(findings, 'finding')} open`)} (${counts.join(', ')})`;
  return `${[
    `${open}: ${appeared.length} new, ${gone.length} gone; ${durationMs} ms.`,
    ...sample(appeared, (finding) => `${colors.red('+')} ${describe(finding)} ${oneLine(finding.message)}`),
    ...sample(gone, (finding) => `${colors.green('-')} ${describe(finding)}`),
    ...remedies(appeared.slice(0, mostShown)),
  ].join('\n')}\n`;
}

/** The same as one line for programs, and also where nothing changed: whoever waits for the answer to an edit gets it. */
export function watchLine(answer: WatchAnswer): string {
  return `${JSON.stringify(toRecord(answer))}\n`;
}

/** Instead of the remedy that an error has for one command: this one goes on by itself. */
const waiting = 'No answer until that is mended; still watching.';

/** Why there is no answer, or none that is complete. */
export function complaints(answer: WatchAnswer): string[] {
  if (answer.kind === 'failed') return [...answer.error.message.split('\n'), waiting];
  return answer.outcome.faults.map(({ guardrail, message }) => `guardrail ${guardrail} failed, so this is not complete: ${message}`);
}

function toRecord(answer: WatchAnswer): WatchLine {
  if (answer.kind === 'failed') {
    const { message, fix } = answer.error;
    return { version: 1, kind: 'failed', message, ...(fix === undefined ? {} : { fix }) };
  }
  const { appeared, gone, outcome } = answer;
  const { byPriority, durationMs, files, findings } = outcome.report.summary;
  const notes = [...outcome.notes, ...complaints(answer)];
  return { version: 1, kind: 'checked', open: findings, byPriority, appeared, gone, notes, files, durationMs };
}

function sample(findings: readonly Finding[], say: (finding: Finding) => string): string[] {
  const shown = findings.slice(0, mostShown).map(say);
  const left = findings.length - shown.length;
  return left === 0 ? shown : [...shown, `  ${plural(left, 'more line')} left out. See all: tackroom check`];
}

function describe({ guardrail = '', path, priority, range }: Finding): string {
  const place = range === undefined ? '' : `:${range.start.line}:${range.start.column}`;
  return `${priority} ${printable(path)}${place} [${guardrail}]`;
}

function remedies(findings: readonly Finding[]): string[] {
  const first = new Map(findings.map((finding) => [finding.guardrail ?? '', finding]));
  return [...first].flatMap(([id, { fix, runbook }]) => {
    const text = [...(fix === undefined ? [] : [oneLine(fix)]), ...(runbook === undefined ? [] : [`Runbook: ${runbook}`])].join(' ');
    return text === '' ? [] : [`Fix [${id}]: ${text}`];
  });
}

function oneLine(text: string): string {
  return printable(text.replace(/\s+/g, ' ').trim());
}
