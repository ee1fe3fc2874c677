import { type ChildProcess, fork } from 'node:child_process';

/** What a question to a worker came to. After `timed-out`, `out-of-memory` and `ended` the worker is gone. */
export type WorkerAnswer =
  | { kind: 'answered'; value: unknown }
  /** The handler threw, or something that nobody awaited; `value` is what it made of the error. */
  | { kind: 'failed'; value: unknown }
  | { kind: 'timed-out' }
  | { kind: 'out-of-memory' }
  | { kind: 'ended' };

/** What goes over the wire. `ask` comes from the worker, while it works on a question of ours. */
export type WorkerMessage =
  | { type: 'start'; value: unknown }
  | { type: 'question'; id: number; value: unknown }
  | { type: 'answer'; id: number; value: unknown }
  | { type: 'failure'; id: number; value: unknown }
  | { type: 'ask'; id: number; value: unknown };

export interface WorkerOptions {
  /** What the worker's module is started with. */
  data: unknown;
  /** Cap on the heap; buffers outside of it are not counted. */
  memoryMb: number;
  cwd: string;
  /** Answers what the worker asks back, such as the text of a file. */
  onAsk(value: unknown): unknown;
}

/**
 * A module in a process group of its own, asked one question at a time. It cannot stop us: what takes too long or too
 * much is killed. It is no sandbox. A thread would start no sooner, and Node 24 can neither bound nor end one that
 * fills arrays: it took 12 GB past its limit.
 */
export class WorkerProcess {
  readonly #child: ChildProcess;
  readonly #exited: Promise<void>;
  #lastId = 0;
  #settle: ((answer: WorkerAnswer) => void) | undefined;
  #end: WorkerAnswer | undefined;

  constructor(entry: string, { data, memoryMb, cwd, onAsk }: WorkerOptions) {
    this.#child = fork(entry, [String(process.pid)], {
      cwd,
      detached: true,
      execArgv: [`--max-old-space-size=${memoryMb}`],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'], // what it prints must not mix with our report
    });
    this.#exited = new Promise((resolve) => {
      const end = (answer: WorkerAnswer) => {
        this.#finish(answer);
        resolve();
      };
      this.#child.once('error', () => end({ kind: 'ended' }));
      // V8 aborts when the heap is full.
      this.#child.once('exit', (code, signal) => end({ kind: signal === 'SIGABRT' || code === 134 ? 'out-of-memory' : 'ended' }));
    });
    this.#child.on('message', (message: WorkerMessage | null) => this.#receive(message, onAsk));
    this.#send({ type: 'start', value: data });
  }

  /** Asks and waits. Throws the signal's reason when aborted; the worker is killed then. */
  async ask(value: unknown, timeoutMs: number, signal?: AbortSignal): Promise<WorkerAnswer> {
    signal?.throwIfAborted();
    if (this.#end !== undefined) return this.#end;
    const id = ++this.#lastId;
    const answer = await new Promise<WorkerAnswer>((resolve) => {
      const timer = setTimeout(() => this.#finish({ kind: 'timed-out' }), timeoutMs);
      const onAbort = () => this.#finish({ kind: 'ended' });
      signal?.addEventListener('abort', onAbort, { once: true });
      this.#settle = (outcome) => {
        this.#settle = undefined;
        clearTimeout(timer);
        signal?.removeEventListener('abort', onAbort);
        resolve(outcome);
      };
      this.#send({ type: 'question', id, value });
    });
    if (this.#end !== undefined) await this.close();
    signal?.throwIfAborted();
    return answer;
  }

  async close(): Promise<void> {
    this.#end ??= { kind: 'ended' };
    this.#kill();
    await this.#exited;
  }

  /** The module of a user can send what it likes. */
  #receive(message: WorkerMessage | null, onAsk: WorkerOptions['onAsk']): void {
    if (message === null) return;
    if (message.type === 'ask') this.#send({ type: 'answer', id: message.id, value: onAsk(message.value) });
    else if (message.type === 'answer' && message.id === this.#lastId) this.#settle?.({ kind: 'answered', value: message.value });
    else if (message.type === 'failure') this.#settle?.({ kind: 'failed', value: message.value });
  }

  #finish(end: WorkerAnswer): void {
    this.#end ??= end;
    this.#settle?.(this.#end);
  }

  /** A worker that has just gone hears nothing; its exit says so. */
  #send(message: WorkerMessage): void {
    if (this.#child.connected) this.#child.send(message, () => {});
  }

  #kill(): void {
    const { pid, exitCode, signalCode } = this.#child;
    if (pid === undefined || exitCode !== null || signalCode !== null) return;
    try {
      process.kill(-pid, 'SIGKILL');
    } catch {
      this.#child.kill('SIGKILL'); // the platform has no groups
    }
  }
}
