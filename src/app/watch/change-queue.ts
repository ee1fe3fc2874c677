import { setTimeout as wait } from 'node:timers/promises';

/** What changed since somebody asked last. */
export interface Changes {
  /** Whether a name came or went, by path. */
  paths: ReadonlyMap<string, boolean>;
  /** More may have changed than is told: everything is to be looked at. */
  everything: boolean;
}

/** Changes are answered when none came for so long: one save of an editor is several. */
const quietMs = 12;
/** Nobody waits longer than that, though changes go on. */
const patienceMs = 250;
/** Where so many come at once, some may have been lost on the way. */
const mostPaths = 1000;

/** Gathers changes until somebody has time for them. */
export class ChangeQueue {
  #paths = new Map<string, boolean>();
  #everything = false;
  #count = 0;
  #wake = () => {};

  add(path: string | undefined, named: boolean): void {
    this.#count++;
    if (path === undefined || this.#paths.size > mostPaths) this.#everything = true;
    else this.#paths.set(path, named || this.#paths.get(path) === true);
    this.#wake();
  }

  /** Throws the signal's reason when it is aborted. */
  async next(signal?: AbortSignal): Promise<Changes> {
    if (this.#count === 0) await this.#untilAdded(signal);
    const begun = performance.now();
    for (let seen = -1; seen !== this.#count && performance.now() - begun < patienceMs; ) {
      seen = this.#count;
      await wait(quietMs, undefined, signal === undefined ? {} : { signal });
    }
    const changes = { paths: this.#paths, everything: this.#everything };
    this.#paths = new Map();
    this.#everything = false;
    this.#count = 0;
    return changes;
  }

  #untilAdded(signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve, reject) => {
      const give = () => reject(signal?.reason);
      if (signal?.aborted) return give();
      signal?.addEventListener('abort', give, { once: true });
      this.#wake = () => {
        signal?.removeEventListener('abort', give);
        resolve();
      };
    });
  }
}
