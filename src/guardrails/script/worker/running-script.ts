import type { Ask } from '#platform/process/serve-worker.ts';
import { astLanguageOf } from '../../ast/ast-language.ts';
import { parseSource } from '../../ast/parse-source.ts';
import type { CheckContext, CheckedFile, ScriptCheck } from '../define-check.ts';
import type { ScriptData, ScriptHit, ScriptQuestion } from '../protocol.ts';
import { CodeCoverage } from './code-coverage.ts';
import { loadModule } from './load-module.ts';
import { placeBreach } from './place-breach.ts';

/** The user's module at work. */
export class RunningScript {
  readonly #about: ScriptData;
  readonly #coverage: CodeCoverage | undefined;
  #check: ScriptCheck | undefined;
  #paths: readonly string[] = [];

  constructor(about: ScriptData) {
    this.#about = about;
    this.#coverage = about.coverage ? new CodeCoverage() : undefined;
  }

  async answer(question: ScriptQuestion, ask: Ask): Promise<unknown> {
    if (question.type === 'started') return undefined;
    if (question.type === 'coverage') return this.#coverage?.unrun(this.#about.root) ?? [];
    this.#check ??= await loadModule(this.#about.module);
    if (question.type === 'load') return undefined;
    if (question.type === 'check') return this.#checkFile(this.#check, question, ask);
    this.#paths = Object.freeze(question.paths);
    return choose(this.#check, question.candidates);
  }

  async #checkFile(check: ScriptCheck, file: { path: string; text: string }, ask: Ask): Promise<ScriptHit[]> {
    const hits: ScriptHit[] = [];
    let open = true;
    const context: CheckContext = {
      paths: this.#paths,
      read: async (path) => {
        const text = await ask(String(path));
        return typeof text === 'string' ? text : undefined;
      },
      report: (breach) => {
        if (!open) throw new Error(`report() was called after the check of ${file.path} was over: await what it waits for`);
        hits.push(placeBreach(breach, file.text));
      },
    };
    try {
      await check.check(checkedFile(file), context);
    } finally {
      open = false;
    }
    return hits;
  }
}

function choose(check: ScriptCheck, candidates: string[]): string[] {
  return candidates.filter((path) => check.files?.(path) ?? true);
}

function checkedFile({ path, text }: { path: string; text: string }): CheckedFile {
  let lines: readonly string[] | undefined;
  return {
    path,
    text,
    get lines() {
      lines ??= text.split(/\r?\n/);
      return lines;
    },
    syntax: () => {
      const language = astLanguageOf(path);
      return language === undefined ? undefined : parseSource(language, text);
    },
  };
}
