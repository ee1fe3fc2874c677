import { parentPort } from 'node:worker_threads';

/** The other end of `WorkerThread`: `start` gets what it begins with, and makes what answers a question. */
export function serveThread(start: (data: unknown) => (question: unknown) => unknown): void {
  if (parentPort === null) return; // loaded, not started
  const port = parentPort;
  port.once('message', (data: unknown) => {
    const answer = start(data);
    port.on('message', (question: unknown) => port.postMessage(answer(question)));
  });
}
