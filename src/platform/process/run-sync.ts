import { createRequire } from 'node:module';

/** Loaded on first use: most hook calls start no program, and this module alone costs them 2 ms. */
const load = createRequire(import.meta.url);

/** What a short program printed, or why it did not. `code` is absent after a signal, a timeout or a failed start. */
export interface SyncOutcome {
  code?: number;
  /** What ended it, at its time limit or before. */
  signal?: NodeJS.Signals;
  stdout: string;
  stderr: string;
}

/** Runs a short program and waits, for the hook path where an event loop turn costs more than it gives. */
export function runSync(
  command: readonly string[],
  options: { cwd: string; timeoutMs: number; input?: string; env?: Record<string, string | undefined> },
): SyncOutcome {
  const [program = '', ...args] = command;
  const { spawnSync }: typeof import('node:child_process') = load('node:child_process');
  const ended = spawnSync(program, args, {
    cwd: options.cwd,
    timeout: options.timeoutMs,
    killSignal: 'SIGKILL',
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    ...(options.input === undefined ? {} : { input: options.input }),
    ...(options.env === undefined ? {} : { env: options.env }),
  });
  const output = {
    stdout: ended.stdout ?? '',
    stderr: ended.stderr ?? '',
    ...(ended.signal === null || ended.signal === undefined ? {} : { signal: ended.signal }),
  };
  return ended.status === null ? output : { code: ended.status, ...output };
}
