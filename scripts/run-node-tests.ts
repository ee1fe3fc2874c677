import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root } from './check-steps.ts';
import { stopWhatHangs } from './stop-what-hangs.ts';

/** Twice what all of them take on two slow cores. */
const limitMs = 10 * 60_000;

/** One call of Node's test runner. */
export interface TestRun {
  files: readonly string[];
  /** True: all files in the runner's own process. */
  oneProcess?: boolean;
  /** How many files at the same time, where each has a process of its own. Default 1. */
  atOnce?: number;
  /** True: what others leave of the processors is enough, since it can use several and they can not. */
  polite?: boolean;
}

type Totals = Record<string, number>;

/**
 * Runs test files under `test/setup.ts`, all runs at the same time: the first on this terminal, what the others say after it.
 * Closes with one summary. Returns the exit code.
 */
export async function runNodeTests(...runs: readonly TestRun[]): Promise<number> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'tackroom-test-'));
  const totals = path.join(folder, 'totals.jsonl');
  try {
    writeFileSync(totals, '');
    const outputs = runs.map((_, index) => (index === 0 ? undefined : path.join(folder, `${index}.txt`)));
    const passed = await Promise.all(
      runs.map((run, index) => runOnce(run, { totals, output: outputs[index], at: path.join(folder, `at-${index}`) })),
    );
    for (const output of outputs) if (output !== undefined) console.log(readFileSync(output, 'utf8'));
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

/** A run that dies of a signal has not passed. `at` is a folder to make, for the test in which each process stands. */
async function runOnce(
  { files, oneProcess = false, atOnce = 1, polite = false }: TestRun,
  { totals, output, at }: { totals: string; output: string | undefined; at: string },
): Promise<boolean> {
  mkdirSync(at);
  const runner = ['--test', `--test-isolation=${oneProcess ? 'none' : 'process'}`, `--test-concurrency=${atOnce}`, '--test-timeout=170000'];
  const args = ['--import', './test/setup.ts', '--trace-warnings', ...runner, '--test-reporter=./scripts/test-reporter.ts', ...files];
  const out = output === undefined ? 'inherit' : openSync(output, 'w');
  try {
    const child = spawn(process.execPath, args, {
      cwd: root,
      stdio: ['inherit', out, out],
      env: { ...process.env, TACKROOM_TEST_TOTALS: totals, TACKROOM_TEST_AT: at },
    });
    const callOff = stopWhatHangs(child.pid, { folder: at, limitMs });
    if (polite && child.pid !== undefined) os.setPriority(child.pid, os.constants.priority.PRIORITY_BELOW_NORMAL);
    return await new Promise<boolean>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code) => resolve(code === 0));
    }).finally(callOff);
  } finally {
    if (typeof out === 'number') closeSync(out);
  }
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
  console.log(`ℹ duration_ms ${Math.round(Math.max(0, ...runs.map(({ durationMs = 0 }) => durationMs)))}`);
}
