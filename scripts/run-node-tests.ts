import { spawnSync } from 'node:child_process';
import { root } from './check-steps.ts';

/** Runs test files under `test/setup.ts`, on this terminal. Returns the exit code; a death by signal is 1. */
export function runNodeTests(files: readonly string[], options: readonly string[] = []): number {
  const preload = ['--import', './test/setup.ts', '--trace-warnings'];
  const runner = ['--test', '--test-reporter=spec', '--test-concurrency=1', '--test-timeout=170000'];
  const ended = spawnSync(process.execPath, [...preload, ...runner, ...options, ...files], { cwd: root, stdio: 'inherit' });
  if (ended.error !== undefined) throw ended.error;
  return ended.status ?? 1;
}
