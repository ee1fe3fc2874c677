import { Command, CommanderError } from 'commander';
import { flow } from '#app/flow.ts';
import { MisuseError, TackroomError } from '#kernel/errors.ts';
import { asCalled } from './as-called.ts';
import type { Io } from './command.ts';
import { loadCommands } from './commands.ts';

/** Exit codes of every command. */
const exitCodes = { clean: 0, misuse: 2, internal: 70, cancelled: 130 } as const;

/** Runs one command line (without the program's own name) and returns its exit code. Never throws: this is the one catch. */
export async function run(args: readonly string[], given: Io): Promise<number> {
  const { callName } = await flow.callName();
  const io = withCallName(withColorWish(args, given), callName(given.cwd, given.env));
  const { packageVersion } = await flow.version();
  const version = packageVersion();
  let code: number = exitCodes.clean;
  try {
    const program = buildProgram(io, version);
    const exit = (given: number) => {
      code = given;
    };
    for (const register of await loadCommands(args)) register(program, io, exit);
    await program.parseAsync([...args], { from: 'user' });
    return io.signal.aborted ? exitCodes.cancelled : code;
  } catch (error) {
    return io.signal.aborted ? exitCodes.cancelled : explain(error, { io, version });
  }
}

/** `--no-color` is NO_COLOR by another name, wherever it stands. */
function withColorWish(args: readonly string[], io: Io): Io {
  const options = args.includes('--') ? args.slice(0, args.indexOf('--')) : args;
  return options.includes('--no-color') ? { ...io, env: { ...io.env, NO_COLOR: '1' } } : io;
}

/** Notes and errors name commands to go on with. */
function withCallName(io: Io, call: string): Io {
  const stderr: Io['stderr'] = {
    ...io.stderr,
    write: (text) => io.stderr.write(asCalled(text, call)),
  };
  return call === 'tackroom' ? io : { ...io, call, stderr };
}

function buildProgram(io: Io, version: string): Command {
  return new Command('tackroom')
    .description('Keeps the harness of your coding agents: what a good job means, said when it matters, checked on every change.')
    .version(version, '-V, --version', 'print the version')
    .option('--no-color', 'no colours, as with NO_COLOR=1')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .usage('<command> [options]')
    .addHelpText('after', epilogue)
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      getOutHelpWidth: () => io.stdout.columns ?? 100,
      getErrHelpWidth: () => io.stderr.columns ?? 100,
      outputError: (text, write) => write(text.replace(/^error: /, 'tackroom: ')),
    })
    .exitOverride();
}

const epilogue = `
Exit codes: 0 clean, 1 findings, 2 misuse or bad configuration, 70 a fault of Tackroom, 130 cancelled.
Help of one command: tackroom <command> --help`;

/** Says what happened and what to do next on stderr. Commander has already said its own. */
function explain(error: unknown, { io, version }: { io: Io; version: string }): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.clean : exitCodes.misuse;
  if (error instanceof TackroomError) {
    io.stderr.write(`tackroom: ${error.message}\n${error.fix === undefined ? '' : `${error.fix}\n`}`);
    return error instanceof MisuseError ? exitCodes.misuse : exitCodes.internal;
  }
  io.stderr.write(faultReport(error, { io, version }));
  return exitCodes.internal;
}

function faultReport(error: unknown, { io, version }: { io: Io; version: string }): string {
  const about = error instanceof Error ? error : new Error(String(error));
  const stack = io.env.TACKROOM_DEBUG ? (about.stack ?? '') : (about.stack?.split('\n').slice(0, 2).join('\n') ?? about.message);
  const more = io.env.TACKROOM_DEBUG ? '' : 'The whole stack: TACKROOM_DEBUG=1. ';
  return `tackroom: a fault of Tackroom itself (${version}, Node ${process.version}, ${process.platform}).\n${stack}\n${more}Please report it with these lines.\n`;
}
