import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

export interface RunOptions {
  cwd: string;
  /** Whole environment of the child; default: ours. */
  env?: Record<string, string | undefined>;
  input?: string;
  timeoutMs?: number;
  /** Cap on stdout and on stderr, each; what comes after is dropped and `truncated` is set. Default 64 MiB. */
  maxOutputBytes?: number;
  /** Called with each whole line of stdout as it comes. */
  onLine?: (line: string) => void;
  /** Called with stdout as it comes, cut anywhere but inside a character. */
  onText?: (text: string) => void;
  /** Time between SIGTERM and SIGKILL to the group. Default 2,000. */
  graceMs?: number;
}

/** How a process ended. A signal death is never an exit code. */
export type Outcome = { stdout: string; stderr: string; truncated: boolean } & (
  | { kind: 'exited'; code: number }
  | { kind: 'signalled'; signal: NodeJS.Signals }
  | { kind: 'timed-out' }
  | { kind: 'cancelled' }
  | { kind: 'not-started'; error: NodeJS.ErrnoException }
);

type Ended = Pick<Outcome, 'kind'> & Record<string, unknown>;

/**
 * Runs a program in its own process group and waits for its end. Never rejects: every way to end is a value.
 * On timeout or abort the group gets SIGTERM, then SIGKILL.
 */
export async function runProcess(command: readonly string[], options: RunOptions, signal?: AbortSignal): Promise<Outcome> {
  const [program = '', ...args] = command;
  const child = start(program, args, options);
  if (child instanceof Error) return { kind: 'not-started', error: child, stdout: '', stderr: '', truncated: false };
  const limit = options.maxOutputBytes ?? 64 * 1024 * 1024;
  const stdout = collect(child.stdout, limit);
  const stderr = collect(child.stderr, limit);
  if (options.onLine !== undefined) createInterface({ input: child.stdout }).on('line', options.onLine);
  if (options.onText !== undefined) hand(child.stdout, options.onText);
  child.stdin.on('error', () => {}); // a child that does not read its input is no fault of ours
  child.stdin.end(options.input ?? '');
  const ended = await waitForEnd(child, options, signal);
  return { ...ended, stdout: stdout.text(), stderr: stderr.text(), truncated: stdout.truncated() || stderr.truncated() } as Outcome;
}

/** Words that no system takes (one with a zero byte) are refused by throwing. */
function start(program: string, args: readonly string[], { cwd, env = process.env }: RunOptions) {
  try {
    return spawn(program, args, { cwd, env, detached: true, stdio: ['pipe', 'pipe', 'pipe'] });
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function waitForEnd(child: ChildProcess, options: RunOptions, signal?: AbortSignal): Promise<Ended> {
  return new Promise((resolve) => {
    let cut: Ended | undefined;
    let killer: NodeJS.Timeout | undefined;
    const stop = (why: Ended) => {
      cut ??= why;
      killGroup(child, 'SIGTERM');
      killer ??= setTimeout(() => killGroup(child, 'SIGKILL'), options.graceMs ?? 2000);
    };
    const timer = options.timeoutMs === undefined ? undefined : setTimeout(() => stop({ kind: 'timed-out' }), options.timeoutMs);
    const onAbort = () => stop({ kind: 'cancelled' });
    const finish = (end: Ended) => {
      clearTimeout(timer);
      clearTimeout(killer);
      signal?.removeEventListener('abort', onAbort);
      resolve(cut ?? end);
    };
    child.once('error', (error) => finish({ kind: 'not-started', error }));
    child.once('close', (code, name) => finish(name === null ? { kind: 'exited', code } : { kind: 'signalled', signal: name }));
    signal?.addEventListener('abort', onAbort, { once: true });
    if (signal?.aborted) onAbort();
  });
}

function killGroup(child: ChildProcess, name: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, name);
  } catch {
    child.kill(name); // the group is gone, or the platform has none
  }
}

function hand(stream: NodeJS.ReadableStream, onText: (text: string) => void): void {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  stream.on('data', (chunk: Buffer) => onText(decoder.decode(chunk, { stream: true })));
}

function collect(stream: NodeJS.ReadableStream, limit: number) {
  const chunks: Buffer[] = [];
  let bytes = 0;
  let cut = false;
  stream.on('data', (chunk: Buffer) => {
    cut ||= bytes + chunk.length > limit;
    if (bytes < limit) chunks.push(chunk.subarray(0, limit - bytes));
    bytes += chunk.length;
  });
  return { text: () => Buffer.concat(chunks).toString('utf8'), truncated: () => cut };
}
