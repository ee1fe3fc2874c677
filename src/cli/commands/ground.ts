import { InvalidArgumentError, Option } from 'commander';
import { flow } from '#app/flow.ts';
import { systemClock } from '#kernel/clock.ts';
import type { ReadingList } from '#kernel/records/reading-list.ts';
import { asCalled } from '../as-called.ts';
import { chooseFormat } from '../choose-format.ts';
import type { Io, Register } from '../command.ts';
import { ProgressBar } from '../progress-bar.ts';
import { renderReadingList } from '../render/reading-list.ts';
import { colorsFor } from '../terminal.ts';

interface GroundOptions {
  budget: number;
  limit: number;
  format?: 'agent' | 'human' | 'json';
}

export const registerGround: Register = (program, io) => {
  program
    .command('ground')
    .summary('the reading list for a task, in a budget of tokens')
    .description(
      'Says what to read before a task is planned: its ticket, decisions, designs, runbooks and plans that bear on it; then how to see that it works, the guardrails and reviewers that will judge it, and the files it will most likely touch. Without a model: by words, links and history.',
    )
    .argument('<task...>', 'a ticket, files, or what is to be done in words')
    .addOption(new Option('--budget <tokens>', 'tokens of reading at most').argParser(wholeNumber(100, 1_000_000)).default(6000))
    .addOption(new Option('--limit <count>', 'entries of reading at most').argParser(wholeNumber(1, 50)).default(10))
    .addOption(new Option('--format <format>', 'who reads it; default: an agent where one is noticed').choices(['agent', 'human', 'json']))
    .action((task: string[], options: GroundOptions) => ground(task, options, io));
};

async function ground(task: string[], { budget, limit, format }: GroundOptions, io: Io): Promise<void> {
  const { groundTask } = await flow.ground();
  const progress = new ProgressBar(io.stderr, 'Reading', io.env.TERM !== 'dumb');
  const list = await groundTask(
    { cwd: io.cwd, env: io.env, clock: systemClock, task, budget, limit, onProgress: progress.update },
    io.signal,
  ).finally(() => progress.clear());
  io.stdout.write(await render(list, { task, format, io }));
}

async function render(list: ReadingList, about: { task: string[]; format: GroundOptions['format']; io: Io }): Promise<string> {
  const { task, io } = about;
  const chosen = about.format === undefined ? chooseFormat(undefined, io) : { format: about.format };
  if (chosen.format === 'json') return `${JSON.stringify(list, null, 2)}\n`;
  const because = chosen.because === undefined ? '' : `\n(format ${chosen.format}, ${chosen.because})`;
  if (chosen.format !== 'agent') return asCalled(renderReadingList(list, { colors: colorsFor(io), columns: io.stdout.columns }), io.call);
  const { sayReading } = await flow.sayReading();
  return `${asCalled(sayReading(list, task), io.call)}${because}\n`;
}

function wholeNumber(least: number, most: number): (value: string) => number {
  return (value) => {
    const number = Number(value);
    if (!Number.isInteger(number) || number < least || number > most)
      throw new InvalidArgumentError(`It must be a whole number from ${least} to ${most}.`);
    return number;
  };
}
