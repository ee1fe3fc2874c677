import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { compileRules } from '#guardrails/compile-rules.ts';
import { type RunResult, runRulesAsync } from '#guardrails/run-rules.ts';
import { type PageTest, testExamplesOf } from '#guardrails/test-examples.ts';
import { memoryTree } from '#guardrails/tree.ts';
import type { Example } from '#kernel/records/guardrail-page.ts';
import { makePage } from '../make-page.ts';

/** A folder with one module, and a page that runs it. */
export class ScriptRepository {
  readonly root = fs.mkdtempSync(path.join(fs.realpathSync(os.tmpdir()), 'tackroom-script-'));
  readonly module: string;

  constructor(text: string, module = 'harness/checks/own.mjs') {
    this.module = module;
    this.write(module, text);
  }

  write(name: string, text: string): void {
    fs.mkdirSync(path.dirname(path.join(this.root, name)), { recursive: true });
    fs.writeFileSync(path.join(this.root, name), text);
  }

  page(about: { timeoutMs?: number; examples?: Example[] } = {}) {
    const { timeoutMs, examples = [] } = about;
    return makePage('own', { kind: 'script', module: this.module, ...(timeoutMs && { timeoutMs }) }, { files: ['src/**'], examples });
  }

  check(files: Record<string, string>, about: { timeoutMs?: number } = {}, signal?: AbortSignal): Promise<RunResult> {
    const { compiled } = compileRules([this.page(about)], { engine: '', pagesHash: '' });
    const scope = { tree: memoryTree(files), paths: Object.keys(files), whole: true, root: this.root };
    return runRulesAsync(compiled, scope, signal);
  }

  test(examples: Example[]): Promise<PageTest> {
    return testExamplesOf(this.page({ examples }), this.root);
  }

  remove(): void {
    fs.rmSync(this.root, { recursive: true, force: true });
  }
}

/** Runs `use` with such a folder, and removes it. */
export async function withScript<T>(text: string, use: (repository: ScriptRepository) => Promise<T>, module?: string): Promise<T> {
  const repository = new ScriptRepository(text, module);
  try {
    return await use(repository);
  } finally {
    repository.remove();
  }
}
