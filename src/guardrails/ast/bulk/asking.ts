import type { CompiledRule } from '#kernel/records/compiled-rules.ts';
import type { Searched } from '../../run/run-result.ts';
import { askCli } from './ask-cli.ts';
import type { CliAnswer } from './cli-answer.ts';
import { splitByRules } from './split-by-rules.ts';
import type { TextFacts } from './text-facts.ts';

/** For fewer files the library is done before the other program has read its rules. */
export const fewestFiles = 150;

export interface Asked {
  cli: string;
  /** Real path of the worktree. */
  root: string;
  rules: readonly CompiledRule[];
}

/** Asks the command line about files while they are still being chosen: soon about the first few, then about ever more at a time. */
export class Asking {
  readonly #about: Asked;
  readonly #searched: Map<string, Searched>;
  readonly #signal: AbortSignal | undefined;
  #batch = new Map<string, TextFacts>();
  #batchSize = 2 * fewestFiles;
  #answering: Promise<void> = Promise.resolve();

  /** Whether it did not answer once: then nothing it said is to be used. */
  failed = false;

  /** What it says goes into `searched`. */
  constructor(about: Asked, searched: Map<string, Searched>, signal?: AbortSignal) {
    this.#about = about;
    this.#searched = searched;
    this.#signal = signal;
  }

  add(path: string, facts: TextFacts): void {
    this.#batch.set(path, facts);
    if (this.#batch.size < this.#batchSize) return;
    this.#batchSize *= 4; // to start the other program takes longer the more memory is in use
    this.#ask();
  }

  /** Few files that are left over are the library's. */
  async end(): Promise<void> {
    if (this.#batch.size >= fewestFiles || this.#batchSize > 2 * fewestFiles) this.#ask();
    await this.#answering;
  }

  #ask(): void {
    const batch = this.#batch;
    this.#batch = new Map();
    this.#answering = this.#answering.then(() => this.#answer(batch));
    this.#answering.catch(() => {
      // `end` awaits the same promise and throws it on; until then a failure is nobody's
    });
  }

  async #answer(batch: ReadonlyMap<string, TextFacts>): Promise<void> {
    for (const { paths, rules } of splitByRules(new Map([...batch].map(([path, { possible }]) => [path, possible])))) {
      if (this.failed) return;
      const about = { ...this.#about, rules: this.#about.rules.filter(({ id }) => rules.has(id)), paths };
      const answer = await askCli(about.cli, about, this.#signal);
      this.failed = answer === undefined;
      for (const path of paths) this.#take(path, { answer, facts: batch.get(path) });
    }
  }

  #take(path: string, { answer, facts }: { answer: CliAnswer | undefined; facts: TextFacts | undefined }): void {
    const found = facts === undefined ? undefined : answer?.file(path, facts);
    if (found !== undefined) this.#searched.set(path, found);
  }
}
