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
  process.on('disconnect', () => process.exit());
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
