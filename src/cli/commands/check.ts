import { InvalidArgumentError, Option } from 'commander';
import type { CheckOutcome, CheckScope } from '#app/check.ts';
import type { FixSummary } from '#app/fix.ts';
import { flow } from '#app/flow.ts';
import { MisuseError } from '#kernel/errors.ts';
import type { Priority } from '#kernel/records/priority.ts';
import { shellWord } from '#kernel/shell-word.ts';
import { toPriority } from '../arguments/to-priority.ts';
import { asCalled } from '../as-called.ts';
import { type CheckFormat, checkFormats, chooseFormat } from '../choose-format.ts';
import type { Io, Register } from '../command.ts';
import { detectAgent } from '../detect-agent.ts';
import { ProgressBar } from '../progress-bar.ts';
import { plural } from '../render/plural.ts';
import { printable } from '../render/printable.ts';
import { renderCheck } from '../render/render-check.ts';
import { sarifLimit } from '../render/sarif/sarif-log.ts';
import { colorsFor } from '../terminal.ts';
import { refuseToWatch, watchCheck } from '../watch-check.ts';

interface CheckOptions {
  changed?: true;
  staged?: true;
  since?: string;
  priority?: Priority;
  format?: CheckFormat;
  output?: string;
  maxChars?: number;
  all?: true;
  updateBaseline?: true;
  allowBaselineGrowth?: true;
  fix?: true;
  dryRun?: true;
  watch?: true;
  strict?: true;
}

interface Call {
  paths: string[];
  options: CheckOptions;
}

export const registerCheck: Register = (program, io, exit) => {
  program
    .command('check')
    .description('check files against the guardrails; exit code 1 when there are findings')
    .argument('[paths...]', 'files and folders, relative to this folder; none: the whole repository')
    .option('--changed', 'only files that differ from the last commit, untracked ones included')
    .option('--staged', 'only files that are staged, with their staged content')
    .option('--since <rev>', 'only files that differ from where this branch left <rev>, uncommitted changes included')
    .addOption(
      new Option(
        '--priority <priority>',
        'show, and fail on, findings of this priority (P0 to P3) or a worse one (default: what harness.yaml says, else P2)',
      ).argParser(toPriority),
    )
    .addOption(
      new Option('--format <format>', 'who reads it (default: agent where an agent runs it, github in GitHub Actions, else human)').choices(
        checkFormats,
      ),
    )
    .option('--output <file>', 'write the report to this file, in one step; needs --format')
    .option('--max-chars <n>', 'longest text of format agent (default: what harness.yaml says, else 1600)', toCount)
    .option('--strict', 'exit code 2 where a guardrail was left out, or a file could not be read whole')
    .option(
      '--all',
      'human: every finding, not a sample when there are over 50; sarif, junit: also those suppressed or accepted before; with --fix: accepted ones are fixed, too',
    )
    .option('--fix', 'mend the findings whose guardrail has a fix, and report what is left')
    .option('--dry-run', 'with --fix: show what would be written, and write nothing')
    .option('--watch', 'stay, and say after each change what appeared and what went; --format json: one object a line; Ctrl-C ends it')
    .option('--update-baseline', 'accept the breaches of today in harness/baseline.json, and take out what is gone; later it only shrinks')
    .option('--allow-baseline-growth', 'let the baseline grow; for people only')
    .action(async (paths: string[], options: CheckOptions) =>
      exit(await orFailedReport(options, io, () => runCheck({ paths, options }, io))),
    );
};

/** Who asked for JSON reads JSON, whatever is wrong; people and agents have the same on the other stream. */
async function orFailedReport({ format, output }: CheckOptions, io: Io, run: () => Promise<number>): Promise<number> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof MisuseError) || format !== 'json' || output !== undefined) throw error;
    const { failedReport } = await flow.failedReport();
    io.stdout.write(`${JSON.stringify(failedReport(error), null, 2)}\n`);
    throw error;
  }
}

async function runCheck(call: Call, io: Io): Promise<number> {
  const { paths, options } = call;
  const scope = chooseScope(options);
  refuseMixedFix(options);
  const { check } = await flow.check();
  const deliver = await chooseDelivery(call, io);
  const style = { ...styleOf(call, io), version: (await flow.version()).packageVersion() };
  const told = { ...style, leftIsSaid: isForPeople(style.format) && options.output === undefined };
  if (options.watch) refuseToWatch({ ...options }, style.format);
  const silence = style.format === 'human' ? await silenceOfHooks(io) : [];
  const progress = new ProgressBar(io.stderr, 'Checking', io.env.TERM !== 'dumb');
  const request = {
    cwd: io.cwd,
    paths,
    scope,
    ...(options.priority === undefined ? {} : { priority: options.priority }),
    env: io.env,
    baseline: chooseBaseline(call, scope, io.env),
    onFile: progress.update,
  };
  const print = (outcome: CheckOutcome, read: (path: string) => string | undefined, fixed: FixSummary = { diff: '', lines: [] }) => {
    progress.clear();
    (isForPeople(style.format) ? io.stdout : io.stderr).write(fixed.diff);
    deliver(renderCheck(outcome, { ...style, read, isMended: options.fix === true && options.dryRun !== true }), outcome);
    for (const line of [
      ...fixed.lines,
      ...sideLines(outcome, told, scope.kind === 'all' && paths.length === 0),
      ...strictLines(outcome, options),
      ...silence,
    ])
      io.stderr.write(`tackroom: ${printable(line)}\n`);
    return exitCodeOf(outcome, options);
  };
  try {
    if (options.watch) {
      const printFirst = (outcome: CheckOutcome, read: (path: string) => string | undefined) => print(outcome, read);
      return await watchCheck({ request, format: style.format, colors: style.colors, progress, printFirst }, io);
    }
    if (!options.fix) return await check(request, print, io.signal);
    const { fix } = await flow.fix();
    return await fix({ ...request, dryRun: options.dryRun === true, accepted: options.all === true }, print, io.signal);
  } finally {
    progress.clear();
  }
}

async function silenceOfHooks({ cwd, env }: Io): Promise<string[]> {
  const { hookSilence } = await flow.hookSilence();
  return hookSilence({ cwd, env, now: Date.now() });
}

/** What programs read holds nothing else. */
function isForPeople(format: CheckFormat): boolean {
  return format === 'human' || format === 'agent';
}

function refuseMixedFix({ fix, dryRun, staged, updateBaseline }: CheckOptions): void {
  if (fix && staged)
    throw new MisuseError('--fix writes the worktree, and --staged judges what is staged, which may be other text.', {
      code: 'fix-staged',
      fix: 'Run tackroom check --changed --fix, stage what it wrote, then check --staged.',
    });
  if (fix && updateBaseline)
    throw new MisuseError('--fix and --update-baseline exclude each other.', {
      code: 'fix-baseline',
      fix: 'Mend first; then accept what is left.',
    });
  if (dryRun && !fix)
    throw new MisuseError('--dry-run goes with --fix.', { code: 'dry-run-alone', fix: 'A check without --fix writes nothing.' });
}

/** To standard output, or to a file and one line about it. */
async function chooseDelivery(
  { options: { output, format } }: Call,
  io: Io,
): Promise<(parts: Iterable<string>, outcome: CheckOutcome) => void> {
  if (output === undefined)
    return (parts) => {
      for (const part of parts) io.stdout.write(part);
    };
  if (format === undefined)
    throw new MisuseError('--output needs --format: the file is read by a program, and which one cannot be guessed.', {
      code: 'output-without-format',
      fix: `Say it, such as --format sarif --output ${output}.`,
    });
  const { writeReport } = await flow.writeReport();
  return (parts, { report }) => {
    writeReport(io.cwd, output, [...parts].join(''));
    io.stdout.write(`Wrote ${plural(report.summary.findings, 'finding')} as ${format} to ${printable(output)}.\n`);
  };
}

function chooseScope({ changed, staged, since }: CheckOptions): CheckScope {
  const chosen = [changed && '--changed', staged && '--staged', since !== undefined && '--since'].filter(
    (name) => typeof name === 'string',
  );
  if (chosen.length > 1)
    throw new MisuseError(`${chosen.join(' and ')} exclude each other.`, {
      code: 'scopes-exclude',
      fix: 'Choose one of them; paths narrow it down.',
    });
  if (changed) return { kind: 'changed' };
  if (staged) return { kind: 'staged' };
  return since === undefined ? { kind: 'all' } : { kind: 'since', revision: since };
}

/** What was not looked at would count as gone; and what an agent accepts is not mended. */
function chooseBaseline({ paths, options }: Call, scope: CheckScope, env: Io['env']): { update: boolean; allowGrowth: boolean } {
  const agent = options.allowBaselineGrowth ? detectAgent(env) : undefined;
  if (agent !== undefined)
    throw new MisuseError(`Only a person may let the baseline grow, and an agent runs this (${agent} is set).`, {
      code: 'baseline-person',
      facts: { variable: agent },
      fix: 'Mend the breaches, or say in your answer which of them should be accepted and why.',
    });
  if (options.updateBaseline && (paths.length > 0 || scope.kind !== 'all'))
    throw new MisuseError('--update-baseline looks at the whole repository.', {
      code: 'baseline-needs-all',
      fix: 'Run it without paths, --changed, --staged and --since.',
    });
  return { update: options.updateBaseline === true, allowGrowth: options.allowBaselineGrowth === true };
}

function styleOf(call: Call, io: Io) {
  const { maxChars, all, format } = call.options;
  return {
    ...chooseFormat(format, io),
    colors: colorsFor(io),
    all: all === true,
    seeMore: asCalled(seeMore(call), io.call),
    ...(io.stdout.columns === undefined ? {} : { columns: io.stdout.columns }),
    ...(maxChars === undefined ? {} : { maxChars }),
  };
}

/** The same command with ten times the room, and no less than has a use. */
function seeMore({ paths, options: { changed, staged, since, priority, maxChars } }: Call): string {
  const words = [
    ...paths,
    ...(changed ? ['--changed'] : []),
    ...(staged ? ['--staged'] : []),
    ...(since === undefined ? [] : ['--since', since]),
    ...(priority === undefined ? [] : ['--priority', priority]),
    ...['--format', 'agent', '--max-chars', String(Math.max((maxChars ?? 1600) * 10, 1600))],
  ];
  return ['tackroom', 'check', ...words.map(shellWord)].join(' ');
}

/** A check that is not complete must not pass for one. */
function exitCodeOf({ faults, report, unjudged }: CheckOutcome, { strict }: CheckOptions): number {
  if (faults.some(({ by }) => by === 'tackroom')) return 70;
  if (faults.length > 0 || (strict && unjudged.length > 0)) return 2;
  return report.findings.length > 0 ? 1 : 0;
}

function strictLines({ unjudged }: CheckOutcome, { strict }: CheckOptions): string[] {
  return strict && unjudged.length > 0 ? [`not everything was judged, which --strict does not let pass: ${unjudged.join(', ')}.`] : [];
}

/** JSON and SARIF have all notes in the report; an agent hears of files that do not parse where they are those it asked about. */
function sideLines(
  outcome: CheckOutcome,
  { format, all, leftIsSaid }: { format: CheckFormat; all: boolean; leftIsSaid: boolean },
  whole: boolean,
): string[] {
  const { faults, leftOut, notes, pageNotes, syntaxNotes } = outcome;
  const limit = format === 'sarif' ? sarifLimit(outcome, all) : undefined;
  return [
    ...notes.filter((note) => !leftIsSaid || note !== leftOut?.note),
    ...(limit === undefined ? [] : [limit]),
    ...(format === 'human' || format === 'github' || (format === 'agent' && !whole) ? syntaxNotes : []),
    ...(format === 'human' || format === 'github' ? pageNotes : []),
    ...faults.map((fault) => `guardrail ${fault.guardrail} failed, so this report is not complete: ${fault.message}`),
  ];
}

function toCount(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('It is a whole number above 0.');
  return Number(text);
}
