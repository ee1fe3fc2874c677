import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Kills a test run that has not ended after `limitMs`, and says in which test each of its processes stands: a test that
 * never gives its thread back is seen by no timeout of Node's. `folder` is where `test/setup.ts` keeps the test of each
 * process, in a file named after its pid. Returns what calls the watch off.
 */
export function stopWhatHangs(pid: number | undefined, { folder, limitMs }: { folder: string; limitMs: number }): () => void {
  const timer = setTimeout(() => {
    console.error(`This did not end in ${Math.round(limitMs / 60_000)} minutes and is stopped. Where its processes stand:`);
    for (const name of readdirSync(folder)) kill(Number(name), readFileSync(path.join(folder, name), 'utf8'));
    if (pid !== undefined) kill(pid, '');
  }, limitMs);
  return () => clearTimeout(timer);
}

function kill(pid: number, test: string): void {
  try {
    process.kill(pid, 'SIGKILL');
    if (test !== '') console.error(`  ${test}`);
  } catch {
    // It had ended.
  }
}
