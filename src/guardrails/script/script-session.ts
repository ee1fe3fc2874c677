import { fileURLToPath, pathToFileURL } from 'node:url';
import type * as z from 'zod';
import { matchesGlobs } from '#kernel/matches-globs.ts';
import type { CompiledRule } from '#kernel/records/compiled-rules.ts';
import { resolveInside } from '#platform/files/read-inside.ts';
import { type WorkerAnswer, WorkerProcess } from '#platform/process/worker-process.ts';
import { GuardrailError } from '../errors.ts';
import type { Hit } from '../kind/check-kind.ts';
import type { Tree } from '../tree.ts';
import { describeFailure } from './describe-failure.ts';
import { chosenSchema, type ScriptData, type ScriptQuestion, scriptHitsSchema, type Unrun, unrunSchema } from './protocol.ts';

const defaultTimeoutMs = 5000;
/** For a process on a busy machine. */
const startTimeoutMs = 30_000;
const memoryMb = 256;

/** The module of one rule, loaded in a process of its own until it is closed. Whatever it does wrong is an error of `hits`. */
export class ScriptSession {
  readonly #worker: WorkerProcess;
  readonly #about: { module: string; root: string; timeoutMs: number };
  #tree: Tree | undefined;

  constructor(rule: CompiledRule, about: { root: string; coverage?: true }) {
    if (rule.check.kind !== 'script') throw new GuardrailError(`${rule.id} is no script`, { code: 'not-a-script' });
    const { module, timeoutMs = defaultTimeoutMs } = rule.check;
    const { root, coverage = false } = about;
    this.#about = { module, root, timeoutMs };
    const data: ScriptData = { root, module: pathToFileURL(findModule(module, root)).href, coverage };
    const entry = fileURLToPath(new URL(import.meta.url.endsWith('.ts') ? './worker/main.ts' : './worker/main.js', import.meta.url));
    this.#worker = new WorkerProcess(entry, { data, memoryMb, cwd: root, onAsk: (path) => this.#tree?.read(String(path)) });
  }

  /** What the module finds in those of `paths` that the rule is for. The time limit counts for each file by itself. */
  async hits(rule: CompiledRule, scope: { tree: Tree; paths: readonly string[] }, signal?: AbortSignal): Promise<Hit[]> {
    this.#tree = scope.tree;
    await this.#ask({ type: 'started' }, 'starting', signal);
    await this.#ask({ type: 'load' }, 'loading', signal);
    const candidates = scope.paths.filter((path) => matchesGlobs(rule.files, path));
    const chosen = await this.#ask({ type: 'choose', paths: [...scope.tree.paths()], candidates }, 'choosing files', signal);
    const hits: Hit[] = [];
    for (const path of this.#read(chosenSchema, chosen)) {
      const text = scope.tree.read(path);
      if (text === undefined) continue;
      const found = this.#read(scriptHitsSchema, await this.#ask({ type: 'check', path, text }, `checking ${path}`, signal));
      for (const { span, detail, replacement } of found)
        hits.push({
          path,
          ...(span && { span }),
          ...(detail !== undefined && { detail }),
          ...(replacement !== undefined && { replacement }),
        });
    }
    return hits;
  }

  /** What never ran so far of the module and of the files of the repository that it imports. */
  async unrun(signal?: AbortSignal): Promise<Unrun[]> {
    return this.#read(unrunSchema, await this.#ask({ type: 'coverage' }, 'counting what ran', signal));
  }

  close(): Promise<void> {
    return this.#worker.close();
  }

  /** A module that sends messages of its own to us answers in our place. */
  #read<T>(schema: z.ZodType<T>, answer: unknown): T {
    const read = schema.safeParse(answer);
    if (read.success) return read.data;
    const fix = 'A check reports by `context.report`; messages to its parent process are not its own.';
    throw new GuardrailError(`${this.#about.module} answered with what is no answer`, { code: 'script-threw', fix });
  }

  async #ask(question: ScriptQuestion, doing: string, signal?: AbortSignal): Promise<unknown> {
    const answer: WorkerAnswer = await this.#worker.ask(
      question,
      question.type === 'started' ? startTimeoutMs : this.#about.timeoutMs,
      signal,
    );
    if (answer.kind === 'answered') return answer.value;
    throw describeFailure(answer, { ...this.#about, memoryMb, doing });
  }
}

function findModule(module: string, root: string): string {
  const file = resolveInside(root, module);
  if (file === undefined) {
    throw new GuardrailError(`its module ${module} is not in this repository`, {
      code: 'script-module-missing',
      fix: 'Name a file of the repository, relative to it; a link that leads out of it is not followed.',
    });
  }
  if (/\.[mc]?ts$/.test(file) && !stripsTypes()) {
    throw new GuardrailError(`its module ${module} is TypeScript, which Node ${process.versions.node} does not run`, {
      code: 'script-module-typescript',
      fix: 'Run Tackroom with Node 22.18 or newer, or write the module in JavaScript.',
    });
  }
  return file;
}

/** Node 20 knows no such feature. */
function stripsTypes(): boolean {
  return 'typescript' in process.features && Boolean(process.features.typescript);
}
