import type { Sink } from './command.ts';

/** Shorter runs need no progress. */
const quietMs = 500;
const intervalMs = 100;

/** One line on a terminal that tells how far a long run has come, and goes away. Silent elsewhere. */
export class ProgressLine {
  readonly #sink: Sink;
  readonly #verb: string;
  #nextMs = performance.now() + quietMs;
  #shown = false;

  constructor(sink: Sink, verb: string) {
    this.#sink = sink;
    this.#verb = verb;
  }

  /** Bound, since it is handed on as a callback. */
  readonly update = ({ done, total }: { done: number; total: number }): void => {
    const nowMs = performance.now();
    if (!this.#sink.isTTY || nowMs < this.#nextMs) return;
    this.#nextMs = nowMs + intervalMs;
    this.#shown = true;
    this.#sink.write(`\r\u001B[K${this.#verb} ${done} of ${total} files (${Math.floor((100 * done) / Math.max(1, total))} %)`);
  };

  clear(): void {
    if (this.#shown) this.#sink.write('\r\u001B[K');
    this.#shown = false;
  }
}
