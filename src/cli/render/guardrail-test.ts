import type { GuardrailTestReport } from '#kernel/records/guardrail-test-report.ts';
import { type Colors, createColors } from './colors.ts';
import { plural } from './plural.ts';
import { printable } from './printable.ts';

type Tested = GuardrailTestReport['guardrails'][number];
type Failure = Tested['failures'][number];

/** What a person reads of a test of guardrails: what failed and how, what no example exercises, and a summary. */
export function renderGuardrailTest(report: GuardrailTestReport, style: { colors: boolean; strict: boolean }): string {
  const colors = createColors(style.colors);
  const blocks = report.guardrails.flatMap((tested) => [
    ...tested.failures.map((failure) => failureBlock(tested, failure, colors)),
    ...unrunBlock(tested, colors),
    ...holesBlock(tested, { ...style, colors }),
    ...notesBlock(tested, colors),
  ]);
  return `${[...blocks, summaryBlock(report, colors)].join('\n\n')}\n`;
}

function failureBlock(tested: Tested, failure: Failure, colors: Colors): string {
  const head = `${colors.red('failed')} ${colors.bold(tested.id)}  ${colors.underline(`${tested.page}:${failure.line}`)}  ${failure.verdict}: ${printable(failure.message)}`;
  return [head, ...(failure.diff === undefined ? codeLines(failure.code, colors) : diffLines(failure.diff, colors))].join('\n');
}

const mostCodeLines = 12;

function codeLines(code: string, colors: Colors): string[] {
  const lines = code.trimEnd().split('\n');
  const more = lines.length > mostCodeLines ? [colors.dim(`  ... ${plural(lines.length - mostCodeLines, 'more line')}`)] : [];
  return [...lines.slice(0, mostCodeLines).map((line) => `  ${colors.dim('|')} ${printable(line)}`.trimEnd()), ...more];
}

function diffLines(diff: string, colors: Colors): string[] {
  return diff
    .trimEnd()
    .split('\n')
    .filter((line) => !line.startsWith('\\')) // "no newline at end of file": true of every example
    .map((line) => `  ${paintDiff(printable(line), colors)}`);
}

function paintDiff(line: string, colors: Colors): string {
  if (line.startsWith('-')) return colors.red(line);
  return line.startsWith('+') ? colors.green(line) : line;
}

/** A branch of a home-made check that no example takes may do anything. */
function unrunBlock({ id, page, unrun = [] }: Tested, colors: Colors): string[] {
  if (unrun.length === 0) return [];
  const head = `${colors.red('failed')} ${colors.bold(id)}  ${colors.underline(page)}  no example makes these lines run:`;
  return [
    [head, ...unrun.map(({ path, line, code }) => `  ${colors.underline(`${path}:${line}`)} ${colors.dim('|')} ${printable(code)}`)].join(
      '\n',
    ),
  ];
}

/** A rule that was imported has hundreds. */
const mostParts = 12;

/** A part that could be taken out without any example noticing is a promise nobody keeps. */
function holesBlock({ id, page, unexercised }: Tested, { colors, strict }: { colors: Colors; strict: boolean }): string[] {
  if (unexercised.length === 0) return [];
  const word = strict ? colors.red('failed') : colors.yellow('warning');
  return [
    [
      `${word} ${colors.bold(id)}  ${colors.underline(page)}  no example exercises:`,
      ...unexercised.slice(0, mostParts).map((part) => `  ${printable(part)}`),
      ...(unexercised.length > mostParts ? [colors.dim(`  ... ${unexercised.length - mostParts} more; --format json has all`)] : []),
    ].join('\n'),
  ];
}

function notesBlock({ id, page, notes }: Tested, colors: Colors): string[] {
  if (notes.length === 0) return [];
  const head = `${colors.yellow('note')} ${colors.bold(id)}`;
  return [notes.map(({ line, message }) => `${head}  ${colors.underline(`${page}:${line}`)}  ${printable(message)}`).join('\n')];
}

function summaryBlock({ summary, skipped, missing }: GuardrailTestReport, colors: Colors): string {
  const { guardrails, examples, failures, unexercised } = summary;
  const nothingRan = guardrails === 0 && skipped.length > 0;
  const held = nothingRan ? colors.yellow('No example was run') : colors.green('All examples hold');
  const verdict = failures === 0 ? held : colors.red(plural(failures, 'failure'));
  const holes = unexercised === 0 ? '' : `; ${plural(unexercised, 'part')} of a rule without an example`;
  const head = `${verdict}: ${plural(guardrails, 'guardrail')}, ${plural(examples, 'example')}${holes}.`;
  const notRun = skipped.length === 0 ? [] : [colors.dim(`Not run here: ${skipped.join(', ')}`)];
  return [head, ...notRun, ...(missing === undefined ? [] : [`${missing.message}. ${missing.fix}`])].join('\n');
}
