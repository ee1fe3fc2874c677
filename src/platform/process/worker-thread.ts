import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';

interface Waiting<Answer> {
  resolve(answer: Answer): void;
  reject(error: Error): void;
}

/**
 * A thread of this process that answers questions in the order they are asked, as `serveThread` in its module says. Once it has failed,
 * every question fails.
 */
export class WorkerThread<Data, Question, Answer> {
  readonly #worker: Worker;
  readonly #waiting: Waiting<Answer>[] = [];
  #failure: Error | undefined;

  constructor(module: URL) {
    // Megabytes that come a batch at a time: in a heap that begins with one it looked for garbage a fifth of the time.
    setFlagsFromString('--min-semi-space-size=8');
    this.#worker = new Worker(module);
    this.#worker.on('message', (answer: Answer) => this.#waiting.shift()?.resolve(answer));
    this.#worker.on('error', (error) => this.#fail(error instanceof Error ? error : new Error(String(error))));
    this.#worker.on('exit', (code) => this.#fail(new Error(`the thread ended with ${code}`)));
  }

  /** What it needs before the first question. Like the questions it is plain: it is copied. */
  begin(data: Data): void {
    this.#worker.postMessage(data);
  }

  ask(question: Question): Promise<Answer> {
    if (this.#failure !== undefined) return Promise.reject(this.#failure);
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject });
      this.#worker.postMessage(question);
    });
  }

  /** Whatever is not answered yet fails. */
  async end(): Promise<void> {
    this.#failure ??= new Error('the thread was ended');
    await this.#worker.terminate();
  }

  #fail(error: Error): void {
    this.#failure ??= error;
    for (const { reject } of this.#waiting.splice(0)) reject(this.#failure);
  }
}
