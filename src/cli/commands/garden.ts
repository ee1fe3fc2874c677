import { Option } from 'commander';
import type { CheckOutcome } from '#app/check.ts';
import { flow } from '#app/flow.ts';
import { MisuseError } from '#kernel/errors.ts';
import type { GardenReport } from '#kernel/records/garden-report.ts';
import type { Priority } from '#kernel/records/priority.ts';
import { shellWord } from '#kernel/shell-word.ts';
import { toPriority } from '../arguments/to-priority.ts';
import { asCalled } from '../as-called.ts';
import { type CheckFormat, checkFormats, chooseFormat } from '../choose-format.ts';
import type { Io, Register } from '../command.ts';
import { printable } from '../render/printable.ts';
import { renderCheck } from '../render/render-check.ts';
import { colorsFor } from '../terminal.ts';

interface GardenOptions {
  priority?: Priority;
  format?: CheckFormat;
  all?: true;
  fix?: true;
  dryRun?: true;
  updateQuality?: true;
}

interface Call {
  paths: string[];
  options: GardenOptions;
}

/** `verbs`: the commands there are; pages must not name others. */
export function gardenCommand(verbs: readonly string[]): Register {
  return (program, io, exit) => {
    program
      .command('garden')
      .description('hold the pages against each other and against the files; exit code 1 when there are findings')
      .argument('[paths...]', 'documents and folders, relative to this folder; none: all')
      .addOption(
        new Option(
          '--priority <priority>',
          'show, and fail on, findings of this priority or a worse one (default: as for check)',
        ).argParser(toPriority),
      )
      .addOption(new Option('--format <format>', 'who reads it (default: as for check)').choices(checkFormats))
      .option('--all', 'human: every finding, not a sample when there are over 50; sarif, junit: also suppressed ones')
      .option('--fix', 'mend what has one certain answer: moved files and headings, finished plans; report what is left')
      .option('--dry-run', 'with --fix: show what would be written, and write nothing')
      .option('--update-quality', 'grade each area of the source in docs/quality.md, under the day of today')
      .action(async (paths: string[], options: GardenOptions) => exit(await runGarden({ paths, options }, { io, verbs })));
  };
}

async function runGarden(call: Call, { io, verbs }: { io: Io; verbs: readonly string[] }): Promise<number> {
  const { paths, options } = call;
  const mend = mendOf(options);
  refusePartialGrades(call);
  const { garden } = await flow.garden();
  const about = {
    cwd: io.cwd,
    paths,
    verbs,
    ...(options.priority && { priority: options.priority }),
    ...(mend && { mend }),
    ...(options.updateQuality && { gradeAtMs: Date.now() }),
  };
  const outcome = await garden(about, io.signal);
  const style = await styleOf(call, io);
  const { diff = '', lines = [] } = outcome.mended ?? {};
  const graded = outcome.graded === undefined ? [] : [outcome.graded];
  (style.format === 'human' || style.format === 'agent' ? io.stdout : io.stderr).write(diff);
  for (const part of render(outcome, style)) io.stdout.write(part);
  for (const line of [...lines, ...graded, ...outcome.check.notes]) io.stderr.write(`tackroom: ${printable(line)}\n`);
  return outcome.report.findings.length > 0 ? 1 : 0;
}

function mendOf({ fix, dryRun }: GardenOptions): 'write' | 'show' | undefined {
  if (fix) return dryRun ? 'show' : 'write';
  if (dryRun) throw new MisuseError('--dry-run goes with --fix.', { code: 'dry-run-alone', fix: 'Without --fix nothing is written.' });
  return undefined;
}

/** Grades speak of all pages, and stand in a file that a dry run must not write. */
function refusePartialGrades({ paths, options: { updateQuality, dryRun } }: Call): void {
  if (updateQuality && (paths.length > 0 || dryRun))
    throw new MisuseError('--update-quality looks at the whole repository and writes docs/quality.md.', {
      code: 'quality-needs-all',
      fix: 'Run it without paths and without --dry-run.',
    });
}

/** A report of its own as JSON; all other formats are those of check. */
function render(
  { report, check, read }: { report: GardenReport; check: CheckOutcome; read(path: string): string | undefined },
  style: Awaited<ReturnType<typeof styleOf>>,
): Iterable<string> {
  if (style.format === 'json') return [`${JSON.stringify(report, null, 2)}\n`];
  return renderCheck(check, { ...style, read });
}

async function styleOf(call: Call, io: Io) {
  const { packageVersion } = await flow.version();
  const { format, all } = call.options;
  return {
    ...chooseFormat(format, io),
    colors: colorsFor(io),
    all: all === true,
    seeMore: asCalled(seeMore(call), io.call),
    version: packageVersion(),
    ...(io.stdout.columns === undefined ? {} : { columns: io.stdout.columns }),
  };
}

function seeMore({ paths, options: { priority } }: Call): string {
  const words = [...paths, ...(priority === undefined ? [] : ['--priority', priority]), '--format', 'json'];
  return ['tackroom', 'garden', ...words.map(shellWord)].join(' ');
}
