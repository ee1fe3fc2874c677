import type { CompiledRule } from '#kernel/records/compiled-rules.ts';
import type { Searched, SearchedFiles } from '../../run/run-result.ts';
import { askCli } from './ask-cli.ts';
import type { CliAnswer } from './cli-answer.ts';
import { type Portion, splitByRules } from './split-by-rules.ts';
import type { TextFacts } from './text-facts.ts';

/** For fewer files the library is done before the other program has read its rules. */
export const fewestFiles = 150;

/** So many are asked about as soon as nothing else is: of their excerpts the other program is done before it has started again. */
const fewestAtOnce = 1_000;

/** So many at once: while one begins or ends it does not use all cores. */
const callsAtOnce = 2;

export interface Asked {
  cli: string;
  /** Real path of the worktree. */
  root: string;
  rules: readonly CompiledRule[];
}

/**
 * Asks the command line about files while they are still being chosen: always about those that came while it answered about
 * others. Of a file that it did not answer about nothing is known.
 */
export class Asking implements SearchedFiles {
  readonly #about: Asked;
  readonly #searched = new Map<string, Searched>();
  readonly #signal: AbortSignal | undefined;
  /** By file, what tells of it. */
  readonly #pending = new Map<string, Promise<void>>();
  #batch = new Map<string, TextFacts>();
  #hasAsked = false;
  #failed = false;

  constructor(about: Asked, signal?: AbortSignal) {
    this.#about = about;
    this.#signal = signal;
  }

  get(path: string): Searched | undefined {
    return this.#searched.get(path);
  }

  isPending(path: string): boolean {
    return this.#pending.has(path);
  }

  next(): Promise<void> {
    return Promise.race(new Set(this.#pending.values()));
  }

  add(path: string, facts: TextFacts): void {
    if (facts.possible.size === 0) {
      this.#searched.set(path, { hits: new Map(), open: new Set(), lost: false, allows: facts.allows });
      return;
    }
    this.#batch.set(path, facts);
    if (this.#pending.size === 0 && this.#batch.size >= (this.#hasAsked ? fewestAtOnce : fewestFiles)) this.#ask();
  }

  /** No file comes any more. Few that are left over are the library's. */
  end(): void {
    if (this.#hasAsked || this.#batch.size >= fewestFiles) this.#ask();
  }

  /** When it has answered all. */
  async settled(): Promise<void> {
    while (this.#pending.size > 0) await Promise.allSettled(new Set(this.#pending.values()));
  }

  #ask(): void {
    const batch = this.#batch;
    this.#batch = new Map();
    const portions = splitByRules(new Map([...batch].map(([path, { possible }]) => [path, possible])));
    this.#hasAsked = true;
    const lanes: Promise<unknown>[] = new Array(callsAtOnce).fill(Promise.allSettled(new Set(this.#pending.values())));
    for (const [index, portion] of portions.entries()) {
      const lane = index % callsAtOnce;
      const ask = () => this.#askAbout(portion, batch);
      const answered = (lanes[lane] ?? Promise.resolve()).then(ask, ask);
      answered.catch(() => {
        // whoever waits for it throws it on; until then a failure is nobody's
      });
      lanes[lane] = answered;
      for (const path of portion.paths) this.#pending.set(path, answered);
    }
  }

  async #askAbout({ paths, rules }: Portion, batch: ReadonlyMap<string, TextFacts>): Promise<void> {
    try {
      if (this.#failed) return;
      const files = new Map(paths.map((path) => [path, batch.get(path)?.excerpt]));
      const about = { ...this.#about, rules: this.#about.rules.filter(({ id }) => rules.has(id)), files };
      const answer = await askCli(about.cli, about, this.#signal);
      this.#failed = answer === undefined;
      for (const path of paths) this.#take(path, { answer, facts: batch.get(path) });
    } finally {
      for (const path of paths) this.#pending.delete(path);
    }
  }

  #take(path: string, { answer, facts }: { answer: CliAnswer | undefined; facts: TextFacts | undefined }): void {
    const found = facts === undefined ? undefined : answer?.file(path, facts);
    if (found !== undefined) this.#searched.set(path, found);
  }
}
