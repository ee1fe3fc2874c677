import type { Sink } from './command.ts';

/** Shorter runs need no progress. */
const quietMs = 500;
const intervalMs = 100;
const widest = 30;

/** A bar on a terminal that tells how far a long run has come, and goes away. Silent elsewhere. */
export class ProgressBar {
  readonly #sink: Sink;
  readonly #verb: string;
  #nextMs = performance.now() + quietMs;
  #shown = false;

  /** `moves`: whether the terminal can take a line back; TERM=dumb cannot. */
  constructor(sink: Sink, verb: string, moves = true) {
    this.#sink = moves ? sink : { ...sink, isTTY: false };
    this.#verb = verb;
  }

  /** Bound, since it is handed on as a callback. */
  readonly update = ({ done, total }: { done: number; total: number }): void => {
    const nowMs = performance.now();
    if (!this.#sink.isTTY || nowMs < this.#nextMs) return;
    this.#nextMs = nowMs + intervalMs;
    this.#shown = true;
    this.#sink.write(`\r\u001B[K${this.#line(done, total)}`);
  };

  clear(): void {
    if (this.#shown) this.#sink.write('\r\u001B[K');
    this.#shown = false;
  }

  /** One short of the terminal's width: a full line would wrap, and a wrapped one cannot be taken back. */
  #line(done: number, total: number): string {
    const share = Math.min(1, done / Math.max(1, total));
    const counts = `${done.toLocaleString('en-US')} of ${total.toLocaleString('en-US')} files (${Math.floor(100 * share)} %)`;
    const columns = this.#sink.columns ?? 0; // 0 too where a terminal does not tell its width
    const room = (columns > 0 ? columns : 80) - 1;
    const width = Math.min(widest, room - `${this.#verb} [] ${counts}`.length);
    const full = Math.round(share * width);
    const bar = width < 5 ? '' : `[${'='.repeat(full)}${' '.repeat(width - full)}] `;
    return `${this.#verb} ${bar}${counts}`.slice(0, room);
  }
}
