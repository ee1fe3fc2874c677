import type { Io, Sink } from './command.ts';
import { run } from './run.ts';

const cancel = new AbortController();

/** The first signal cancels in order; a second one, with no listener left, kills as ever. */
for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => cancel.abort(new Error(`cancelled by ${name}`)));

/** A reader that has seen enough (`| head`) is no fault of ours. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

const io: Io = {
  cwd: process.cwd(),
  env: process.env,
  stdin: process.stdin,
  stdout: toSink(process.stdout),
  stderr: toSink(process.stderr),
  signal: cancel.signal,
};

// Not before all is written: a pipe may still hold some of it. Nor later: Node takes a twentieth of a check to put its memory in order.
run(process.argv.slice(2), io).then((code) => {
  process.exitCode = code;
  process.stdout.write('', () => process.stderr.write('', () => process.exit()));
});

function toSink(stream: NodeJS.WriteStream): Sink {
  return {
    write: (text) => {
      stream.write(text);
    },
    isTTY: stream.isTTY === true,
    ...(stream.isTTY ? { columns: stream.columns } : {}),
  };
}
