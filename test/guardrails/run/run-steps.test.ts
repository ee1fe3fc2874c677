import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compileRules } from '#guardrails/compile-rules.ts';
import { kindRunners } from '#guardrails/run/kind-runners.ts';
import type { Searched, SearchedFiles } from '#guardrails/run/run-result.ts';
import { runSteps } from '#guardrails/run/run-steps.ts';
import { memoryTree } from '#guardrails/tree.ts';
import { makePage } from '../make-page.ts';

/** Files that are told of by hand. */
class Slow implements SearchedFiles {
  readonly #pending: Set<string>;
  readonly taken: string[] = [];
  #tell = () => {};

  constructor(paths: readonly string[]) {
    this.#pending = new Set(paths);
  }

  get(path: string): Searched | undefined {
    if (!this.#pending.has(path)) this.taken.push(path);
    return undefined;
  }

  isPending(path: string): boolean {
    return this.#pending.has(path);
  }

  next(): Promise<void> {
    return new Promise((resolve) => {
      this.#tell = resolve;
    });
  }

  tell(...paths: string[]): void {
    for (const path of paths) this.#pending.delete(path);
    this.#tell();
  }
}

test('files that are searched elsewhere are checked when they are told of, and reported in the order of their paths', async () => {
  const page = makePage('no-eval', { kind: 'ast', language: 'typescript', rule: { pattern: 'eval($X)' } });
  const { compiled } = compileRules([page], { engine: '', pagesHash: '' });
  const paths = ['a.ts', 'b.ts', 'c.ts', 'd.ts'];
  const tree = memoryTree(Object.fromEntries(paths.map((path) => [path, 'eval(1)'])));
  const searched = new Slow(['a.ts', 'c.ts', 'd.ts']);
  const steps = runSteps(compiled, { tree, paths, whole: true, searched }, kindRunners);

  const told = [['d.ts'], ['a.ts', 'c.ts']];
  let step = steps.next();
  for (; step.done !== true; step = steps.next()) {
    if (step.value === undefined) continue;
    searched.tell(...(told.shift() ?? assert.fail('waits though all are told of')));
    await step.value;
  }
  assert.deepEqual(searched.taken, ['b.ts', 'd.ts', 'a.ts', 'c.ts']);
  assert.deepEqual(
    step.value.findings.map(({ path }) => path),
    paths,
  );
});
