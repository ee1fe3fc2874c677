import { InvalidArgumentError, Option } from 'commander';
import { flow } from '#app/flow.ts';
import { systemClock } from '#kernel/clock.ts';
import type { DaemonAbout } from '#kernel/records/daemon-about.ts';
import type { Io, Register } from '../command.ts';

interface Options {
  foreground?: true;
  stop?: true;
  status?: true;
  port?: number;
  idle?: number;
}

export const registerServe: Register = (program, io, exit) => {
  program
    .command('serve')
    .summary('the daemon that answers hooks faster; agents at work start it by themselves')
    .description(
      'Starts the daemon of this repository, which answers the hooks of its agents with everything loaded. It listens at a socket of yours and at a port of this machine, ends when nobody asks for a while, and hooks work without it as well.',
    )
    .option('--foreground', 'stay, and say how it ends')
    .addOption(new Option('--stop', 'end it').conflicts(['foreground', 'status']))
    .addOption(new Option('--status', 'say whether it runs; exit code 1 where it does not').conflicts('foreground'))
    .addOption(new Option('--port <port>', 'port of 127.0.0.1; by default a free one').argParser(toPort))
    .addOption(new Option('--idle <minutes>', 'end after so long without a call (30)').argParser(toMinutes))
    .action((options: Options) => {
      if (options.stop) return sayStopped(io);
      if (options.status) return sayStatus(io, exit);
      return options.foreground ? stay(io, options) : start(io, options);
    });
};

async function sayStopped(io: Io): Promise<void> {
  const { stopDaemon } = await flow.daemonControl();
  const was = await stopDaemon(io, io.signal);
  const said = {
    none: 'No daemon runs.',
    silent: 'Nobody answers at the socket of the daemon. The next one takes its place.',
    running: 'The daemon has ended.',
  };
  io.stdout.write(`${said[was.kind]}\n`);
}

async function sayStatus(io: Io, exit: (code: number) => void): Promise<void> {
  const { daemonState } = await flow.daemonControl();
  const state = await daemonState(io);
  io.stdout.write(state.kind === 'running' ? describe(state.about) : 'No daemon answers.\n');
  if (state.kind !== 'running') exit(1);
}

async function start(io: Io, { port, idle }: Options): Promise<void> {
  const { startDetachedDaemon } = await flow.daemonControl();
  const options = [...(port === undefined ? [] : ['--port', String(port)]), ...(idle === undefined ? [] : ['--idle', String(idle)])];
  io.stdout.write(describe(await startDetachedDaemon(io, options, io.signal)));
}

async function stay(io: Io, { port = 0, idle = 30 }: Options): Promise<void> {
  const [{ serve }, { answerHere }] = await Promise.all([import('#daemon/serve.ts'), import('#hooks/answer-here.ts')]);
  const request = { cwd: io.cwd, env: io.env, port, idleMs: idle * 60_000, clock: systemClock, answer: answerHere };
  const mcp = await mcpOnDemand(io);
  const run = await serve({ ...request, onReady: (about) => io.stdout.write(describe(about)) }, { '/mcp': mcp.fetch }, io.signal).finally(
    mcp.close,
  );
  io.stdout.write(run.kind === 'ended' ? `Ended: ${run.why}.\n` : `Another runs already.\n${describe(run.about)}`);
}

/** Most daemons answer hooks and are asked nothing else: what speaks MCP is loaded by the first who asks. */
async function mcpOnDemand({ cwd, env }: Io) {
  const { packageVersion } = await flow.version();
  const place = { cwd, env, version: packageVersion() };
  const open = async () => (await import('#mcp/http-handler.ts')).mcpHttp(place);
  let opened: ReturnType<typeof open> | undefined;
  return {
    fetch: async (request: Request) => {
      opened ??= open();
      return (await opened).fetch(request);
    },
    close: async () => {
      await (await opened)?.close();
    },
  };
}

function describe({ version, pid, port, since }: DaemonAbout): string {
  return `tackroom ${version} answers hooks at 127.0.0.1:${port}, process ${pid}, since ${new Date(since).toISOString()}.\n`;
}

function toPort(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new InvalidArgumentError('A port is a whole number from 1 to 65535.');
  return port;
}

function toMinutes(text: string): number {
  const minutes = Number(text);
  if (!(minutes > 0 && minutes <= 24 * 60)) throw new InvalidArgumentError('Minutes are a number above 0, and at most 1440.');
  return minutes;
}
