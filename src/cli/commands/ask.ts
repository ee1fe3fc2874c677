import { Option } from 'commander';
import { flow } from '#app/flow.ts';
import { systemClock } from '#kernel/clock.ts';
import { MisuseError } from '#kernel/errors.ts';
import type { Question } from '#kernel/records/question.ts';
import { asCalled } from '../as-called.ts';
import type { Io, Register } from '../command.ts';
import { toDuration } from '../input/to-duration.ts';
import { renderTicket } from '../render/render-question.ts';

interface AskOptions {
  context?: string;
  contextFile?: string;
  option: string[];
  wait?: true;
  timeout: number;
  expires?: number;
  ticket?: string;
  cancel?: string;
  format: 'human' | 'json';
}

const defaultTimeoutMs = 30 * 60_000;

export const registerAsk: Register = (program, io, exit) => {
  program
    .command('ask')
    .description('ask a person, and wait for the answer or come back for it; works inside the sandbox of an agent')
    .argument('[question]', 'what you need to know')
    .option('--context <text>', 'what a person must know to answer')
    .option('--context-file <file>', 'the same, from a file')
    .addOption(
      new Option('--option <answer>', 'an answer to choose from; again for each')
        .argParser((one: string, all: string[]) => [...all, one])
        .default([], 'any text'),
    )
    .option('--wait', 'wait for the answer; exit code 1 where there is none')
    .addOption(
      new Option('--timeout <time>', 'with --wait: so long, such as 90s, 30m or 2h').argParser(toDuration).default(defaultTimeoutMs, '30m'),
    )
    .option('--expires <time>', 'nobody needs the answer after so long (default: 7d)', toDuration)
    .option('--ticket <id>', 'instead of asking: the answer to what was asked before; exit code 1 where there is none yet')
    .option('--cancel <id>', 'instead of asking: take a question back')
    .addOption(new Option('--format <format>', 'who reads it').choices(['human', 'json']).default('human'))
    .action(async (text: string | undefined, options: AskOptions) => {
      const question = await act(text, options, io);
      if (question === undefined) return;
      io.stdout.write(
        options.format === 'json' ? `${JSON.stringify(question, null, 2)}\n` : asCalled(renderTicket(question, systemClock.now()), io.call),
      );
      const wantsAnswer = options.wait === true || options.ticket !== undefined;
      if (wantsAnswer && question.state !== 'answered') exit(1);
    });
};

/** Undefined where somebody cancelled the wait. */
async function act(text: string | undefined, options: AskOptions, io: Io): Promise<Question | undefined> {
  refuseMixed(text, options);
  const place = { cwd: io.cwd, env: io.env, clock: systemClock };
  const { ask, cancelQuestion, readTicket } = await flow.ask();
  if (options.cancel !== undefined) return cancelQuestion(place, options.cancel, io.signal);
  if (options.ticket !== undefined) return options.wait ? wait(options.ticket, options, io) : readTicket(place, options.ticket);
  const question = ask({
    ...place,
    text: text ?? '',
    options: options.option,
    ...(options.context === undefined ? {} : { context: options.context }),
    ...(options.contextFile === undefined ? {} : { contextFile: options.contextFile }),
    ...(options.expires === undefined ? {} : { expiresInMs: options.expires }),
  });
  return options.wait ? wait(question.id, options, io) : question;
}

/** Whoever waits in vain must be able to come back. */
async function wait(id: string, { timeout }: AskOptions, io: Io): Promise<Question | undefined> {
  const { waitForAnswer } = await flow.ask();
  io.stderr.write(`tackroom: waiting for an answer to ${id}\n`);
  try {
    return await waitForAnswer({ cwd: io.cwd, env: io.env, clock: systemClock, id, timeoutMs: timeout }, io.signal);
  } catch (error) {
    if (!io.signal.aborted) throw error;
    io.stderr.write(`tackroom: the question stays open. For the answer, later: tackroom ask --ticket ${id} --wait\n`);
    return undefined;
  }
}

function refuseMixed(text: string | undefined, { ticket, cancel, context, contextFile, option, expires }: AskOptions): void {
  const asked = [
    ...(text === undefined ? [] : ['a question']),
    ...(ticket === undefined ? [] : ['--ticket']),
    ...(cancel === undefined ? [] : ['--cancel']),
  ];
  if (asked.length === 0)
    throw new MisuseError('There is nothing to ask.', {
      code: 'no-question',
      fix: 'Say it: tackroom ask "<question>". Asked before: --ticket <id>.',
    });
  if (asked.length > 1)
    throw new MisuseError(`${asked.join(' and ')} exclude each other.`, { code: 'ask-excludes', fix: 'Do one after the other.' });
  const isAbout = context !== undefined || contextFile !== undefined || option.length > 0 || expires !== undefined;
  if (text === undefined && isAbout)
    throw new MisuseError('--context, --option and --expires belong to a new question.', {
      code: 'ask-excludes',
      fix: 'A question does not change any more: take it back with --cancel, and ask anew.',
    });
  if (context !== undefined && contextFile !== undefined)
    throw new MisuseError('--context and --context-file exclude each other.', { code: 'ask-excludes', fix: 'Give one of them.' });
}
