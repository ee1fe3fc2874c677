import { Worker } from 'node:worker_threads';
import type { WorkerMessage } from './worker-process.ts';

/** Asks whoever started this worker. */
export type Ask = (value: unknown) => Promise<unknown>;

export interface WorkerHandlers {
  answer(question: unknown, ask: Ask): Promise<unknown>;
  /** Plain data that says what went wrong. */
  describe(error: unknown): unknown;
}

/** The other end of `WorkerProcess`: answers its questions until it is killed. `start` gets the data it was started with. */
export function serveWorker(start: (data: unknown) => WorkerHandlers): void {
  if (process.send === undefined) return; // loaded, not started
  const waiting = new Map<number, (value: unknown) => void>();
  let handlers: WorkerHandlers | undefined;
  let lastAsk = 0;
  const send = (message: WorkerMessage, done = () => {}) => process.send?.(message, done);
  const fail = (error: unknown) => handlers?.describe(error) ?? String(error);
  const ask: Ask = (value) =>
    new Promise((resolve) => {
      const id = ++lastAsk;
      waiting.set(id, resolve);
      send({ type: 'ask', id, value });
    });
  endWithParent();
  process.on('uncaughtException', (error) => send({ type: 'failure', id: 0, value: fail(error) }, () => process.exit(1)));
  process.on('message', (message: WorkerMessage) => {
    if (message.type === 'start') handlers = start(message.value);
    else if (message.type === 'answer') {
      waiting.get(message.id)?.(message.value);
      waiting.delete(message.id);
    } else if (message.type === 'question') {
      const { id, value } = message;
      handlers?.answer(value, ask).then(
        (made) => send({ type: 'answer', id, value: made }),
        (error: unknown) => send({ type: 'failure', id, value: fail(error) }),
      );
    }
  });
}

/** A parent that was killed outright tells nobody. The thread sees it even while the module turns in a circle and this one hears nothing. */
function endWithParent(): void {
  process.on('disconnect', () => process.exit());
  // Who it is was told by itself: it may be gone before the thread has started, and somebody else be the parent by then.
  const watch = `setInterval(() => { if (process.ppid !== ${Number(process.argv[2])}) process.kill(process.pid, 'SIGKILL'); }, 250);`;
  new Worker(watch, { eval: true, execArgv: [], stdout: true, stderr: true }).unref();
}
