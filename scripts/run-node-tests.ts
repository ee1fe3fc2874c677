import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root } from './check-steps.ts';

/** One call of Node's test runner. */
export interface TestRun {
  files: readonly string[];
  /** True: all files in the runner's own process. */
  oneProcess?: boolean;
  /** How many files at the same time, where each has a process of its own. Default 1. */
  atOnce?: number;
}

type Totals = Record<string, number>;

/** Runs test files under `test/setup.ts`, on this terminal, and closes with one summary of all runs. Returns the exit code. */
export function runNodeTests(...runs: readonly TestRun[]): number {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'tackroom-test-'));
  const totals = path.join(folder, 'totals.jsonl');
  try {
    writeFileSync(totals, '');
    const passed = runs.map((run) => runOnce(run, totals));
    printTotals(
      readFileSync(totals, 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((line): Totals => JSON.parse(line)),
    );
    return passed.every((ok) => ok) ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A run that dies of a signal has not passed. */
function runOnce({ files, oneProcess = false, atOnce = 1 }: TestRun, totals: string): boolean {
  const runner = ['--test', `--test-isolation=${oneProcess ? 'none' : 'process'}`, `--test-concurrency=${atOnce}`, '--test-timeout=170000'];
  const args = ['--import', './test/setup.ts', '--trace-warnings', ...runner, '--test-reporter=./scripts/test-reporter.ts', ...files];
  const ended = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit', env: { ...process.env, TACKROOM_TEST_TOTALS: totals } });
  if (ended.error !== undefined) throw ended.error;
  return ended.status === 0;
}

/** In the words of Node's own reporter: people and CI look for these lines. */
function printTotals(runs: readonly Totals[]): void {
  const sum = (name: string) => runs.reduce((total, run) => total + (run[name] ?? 0), 0);
  const names = {
    tests: 'tests',
    suites: 'suites',
    pass: 'passed',
    fail: 'failed',
    cancelled: 'cancelled',
    skipped: 'skipped',
    todo: 'todo',
  };
  for (const [word, name] of Object.entries(names)) console.log(`ℹ ${word} ${sum(name)}`);
  console.log(`ℹ duration_ms ${Math.round(sum('durationMs'))}`);
}
