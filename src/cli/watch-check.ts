import type { CheckOutcome, CheckRequest } from '#app/check.ts';
import { flow } from '#app/flow.ts';
import type { WatchAnswer } from '#app/watch.ts';
import { MisuseError } from '#kernel/errors.ts';
import type { CheckFormat } from './choose-format.ts';
import type { Io } from './command.ts';
import type { ProgressBar } from './progress-bar.ts';
import { plural } from './render/plural.ts';
import { printable } from './render/printable.ts';
import { complaints, renderWatch, watchLine } from './render/render-watch.ts';

interface Watched {
  request: CheckRequest;
  format: CheckFormat;
  colors: boolean;
  progress: ProgressBar;
  /** Prints the first answer, which is a whole report. */
  printFirst(outcome: CheckOutcome, read: (path: string) => string | undefined): void;
}

/** Answers each change until it is cancelled, which is how it ends: it throws the reason. */
export async function watchCheck({ colors, format, printFirst, progress, request }: Watched, io: Io): Promise<never> {
  const { watch } = await flow.watch();
  const complain = onceEach((line) => io.stderr.write(`tackroom: ${printable(line)}\n`));
  let failed = false;
  const tell = (answer: WatchAnswer) => {
    progress.clear();
    const isFirst = answer.kind === 'checked' && answer.first;
    if (isFirst && format !== 'json') printFirst(answer.outcome, answer.read);
    if (isFirst) io.stderr.write(`tackroom: watching ${plural(answer.outcome.report.summary.files, 'file')}; Ctrl-C ends it.\n`);
    if (format === 'json') return io.stdout.write(watchLine(answer));
    if (answer.kind === 'checked' && !isFirst) io.stdout.write(renderWatch(answer, { colors, again: failed }));
    failed = answer.kind === 'failed';
    complain(complaints(answer));
  };
  return watch(request, tell, io.signal);
}

/** What was said with the answer before is not said again. */
function onceEach(say: (line: string) => void): (lines: readonly string[]) => void {
  let said: readonly string[] = [];
  return (lines) => {
    for (const line of lines) if (!said.includes(line)) say(line);
    said = lines;
  };
}

/** What cannot be watched, or not in that form. */
export function refuseToWatch(options: Readonly<Record<string, unknown>>, format: CheckFormat): void {
  const others = {
    '--fix': options.fix,
    '--staged': options.staged,
    '--output': options.output,
    '--update-baseline': options.updateBaseline,
  };
  const [clash] = Object.entries(others).find(([, value]) => value !== undefined) ?? [];
  if (clash !== undefined)
    throw new MisuseError(`--watch and ${clash} exclude each other: ${why[clash]}`, {
      code: 'watch-excludes',
      facts: { option: clash },
      fix: 'Leave one of them out.',
    });
  if (format !== 'human' && format !== 'agent' && format !== 'json')
    throw new MisuseError(`--watch answers change by change, and ${format} is one whole report.`, {
      code: 'watch-format',
      facts: { format },
      fix: 'Choose --format human, agent, or json (one object a line).',
    });
}

const why: Readonly<Record<string, string>> = {
  '--fix': 'what it writes would be the next change.',
  '--staged': 'it looks at the index, not at the files that are watched.',
  '--output': 'there is an answer for each change, and one file.',
  '--update-baseline': 'a breach would be accepted as soon as it is made.',
};
