import { parentPort, workerData } from 'node:worker_threads';

/** The other end of `WorkerThread`: `start` gets the data it was started with, and makes what answers a question. */
export function serveThread(start: (data: unknown) => (question: unknown) => unknown): void {
  if (parentPort === null) return; // loaded, not started
  const port = parentPort;
  const answer = start(workerData);
  port.on('message', (question: unknown) => port.postMessage(answer(question)));
}
