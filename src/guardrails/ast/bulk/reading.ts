import type { CompiledRule } from '#kernel/records/compiled-rules.ts';
import { WorkerThread } from '#platform/process/worker-thread.ts';
import type { FactAnswer, FactQuestion } from './fact-thread.ts';
import { factFinder, type TextFacts } from './text-facts.ts';

/** For fewer files a thread is not worth its start, a tenth of a second. */
const fewestFiles = 1_500;

/** Characters that are handed over at once. */
const batchLength = 200_000;

/** Batches that may wait for the thread: while it is behind, the texts are read here. */
const mostWaiting = 2;

/**
 * Tells of many texts which rules could find something in them, on this thread and on another: whoever is free takes the next few.
 * A thread that fails is done without.
 */
export class Reading {
  readonly #rules: readonly CompiledRule[];
  readonly #take: (path: string, facts: TextFacts | undefined) => void;
  readonly #thread: WorkerThread<FactQuestion, FactAnswer> | undefined;
  #answered: Promise<unknown> = Promise.resolve();
  #factsOf: ReturnType<typeof factFinder> | undefined;
  #batch: [path: string, text: string][] = [];
  #length = 0;

  /** `take` hears of each text, in no order. */
  constructor(about: { rules: readonly CompiledRule[]; files: number; take: (path: string, facts: TextFacts | undefined) => void }) {
    this.#rules = about.rules;
    this.#take = about.take;
    if (about.files >= fewestFiles) this.#thread = new WorkerThread(new URL(moduleOfThread, import.meta.url), about.rules);
  }

  add(path: string, text: string): void {
    if (this.#thread === undefined || this.#thread.waiting >= mostWaiting) {
      this.#read([[path, text]]);
      return;
    }
    this.#batch.push([path, text]);
    this.#length += text.length;
    if (this.#length < batchLength) return;
    this.#handOver(this.#thread, this.#batch);
    this.#batch = [];
    this.#length = 0;
  }

  async end(): Promise<void> {
    this.#read(this.#batch);
    this.#batch = [];
    await this.#answered;
    await this.#thread?.end();
  }

  #handOver(thread: WorkerThread<FactQuestion, FactAnswer>, texts: FactQuestion): void {
    const answered = thread.ask(texts).then(
      (facts) => {
        for (const [index, [path]] of texts.entries()) this.#take(path, facts[index]);
      },
      () => this.#read(texts),
    );
    this.#answered = Promise.all([this.#answered, answered]);
  }

  #read(texts: FactQuestion): void {
    this.#factsOf ??= factFinder(this.#rules);
    for (const [path, text] of texts) this.#take(path, this.#factsOf(path, text));
  }
}

/** Its extension is that of this module: source or published. */
const moduleOfThread = import.meta.url.endsWith('.ts') ? './fact-thread.ts' : './fact-thread.js';
