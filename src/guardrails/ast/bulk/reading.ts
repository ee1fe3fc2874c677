import type { CompiledRule } from '#kernel/records/compiled-rules.ts';
import { WorkerThread } from '#platform/process/worker-thread.ts';
import type { FactAnswer, FactQuestion } from './fact-thread.ts';
import { factFinder, type TextFacts } from './text-facts.ts';

/** The thread that reads texts. It may be started before anybody knows the rules. */
export type FactThread = WorkerThread<readonly CompiledRule[], FactQuestion, FactAnswer>;

export function startFactThread(): FactThread {
  return new WorkerThread(new URL(moduleOfThread, import.meta.url));
}

/** Published it is one file (`scripts/bundle-cli.ts`). */
const moduleOfThread = import.meta.url.endsWith('.ts') ? './fact-thread.ts' : './fact-thread.cjs';

/** For fewer files a thread is not worth its start, a tenth of a second. */
export const fewestForThread = 1_500;

/** Characters that are handed over at once. */
const batchLength = 200_000;

/** Batches that may wait for the thread: when it is so far behind, a batch is read here. */
const mostWaiting = 8;

/**
 * Tells of many texts which rules could find something in them: on another thread, while this one reads more of them from the disk. This one
 * helps where the other is behind, and not before: it has to make machine code of it all first. A thread that fails is done without;
 * what it had is left to the library.
 */
export class Reading {
  readonly #rules: readonly CompiledRule[];
  readonly #take: (path: string, facts: TextFacts | undefined) => void;
  #thread: FactThread | undefined;
  readonly #waiting = new Set<Promise<void>>();
  #factsOf: ReturnType<typeof factFinder> | undefined;
  #batch: [path: string, text: string][] = [];
  #length = 0;

  /** `take` hears of each text, in no order; of undefined facts where the library has to look. */
  constructor(about: {
    rules: readonly CompiledRule[];
    thread: FactThread | undefined;
    take: (path: string, facts: TextFacts | undefined) => void;
  }) {
    this.#rules = about.rules;
    this.#take = about.take;
    this.#thread = about.thread;
    this.#thread?.begin(about.rules);
  }

  add(path: string, text: string): void {
    this.#batch.push([path, text]);
    this.#length += text.length;
    if (this.#thread !== undefined && this.#length < batchLength) return;
    if (this.#thread !== undefined && this.#waiting.size < mostWaiting) this.#handOver(this.#thread);
    else this.#read(this.#nextBatch());
  }

  async end(): Promise<void> {
    if (this.#thread !== undefined) this.#handOver(this.#thread);
    await Promise.all(this.#waiting);
  }

  /** Only the names are held on to: texts that wait here would be moved about with each look for garbage. */
  #handOver(thread: FactThread): void {
    const texts = this.#nextBatch();
    if (texts.length === 0) return;
    const paths = texts.map(([path]) => path);
    const answered = thread
      .ask(texts)
      .catch((): FactAnswer => {
        this.#thread = undefined;
        return [];
      })
      .then((facts) => {
        for (const [index, path] of paths.entries()) this.#take(path, facts[index]);
        this.#waiting.delete(answered);
      });
    this.#waiting.add(answered);
  }

  #nextBatch(): FactQuestion {
    const texts = this.#batch;
    this.#batch = [];
    this.#length = 0;
    return texts;
  }

  #read(texts: FactQuestion): void {
    this.#factsOf ??= factFinder(this.#rules);
    for (const [path, text] of texts) this.#take(path, this.#factsOf(path, text));
  }
}
