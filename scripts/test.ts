// `npm test`: the tests of all rooms in one process, beside it the checks and the tests that start processes, closed by
// one summary. `npm test -- test/pages/x.test.ts` runs just these files, in one process and without the checks.
// `npm run test:long` runs what is left out of it for its length (docs/decisions/0017).
import { globSync } from 'node:fs';
import path from 'node:path';
import { buildEngine } from './bundle-hook.ts';
import { root } from './check-steps.ts';
import { runNodeTests } from './run-node-tests.ts';

const chosen = process.argv.slice(2);

await buildEngine(path.join(root, 'dist'));
process.exitCode = await runChosen();

function runChosen(): Promise<number> {
  if (chosen.length === 0) return runEverything();
  if (chosen[0] === '--long') return runNodeTests({ files: globSync('test/processes/*-long.test.ts', { cwd: root }).sort(), atOnce: 2 });
  return runNodeTests({ files: chosen, oneProcess: true });
}

/** What has parsed much is large, and to start another process takes it ten times as long. */
function spawningFirst(a: string, b: string): number {
  const size = (file: string) =>
    ['test/platform/', 'test/cli/', 'test/app/', 'test/guardrails/'].findIndex((room) => file.startsWith(room));
  return size(a) - size(b) || (a < b ? -1 : 1);
}

function runEverything(): Promise<number> {
  const apart = ['test/processes/**', 'test/agents/**', 'test/fixtures/**'];
  const rooms = globSync('test/**/*.test.ts', { cwd: root, exclude: apart }).sort(spawningFirst);
  const processes = globSync('test/processes/*.test.ts', { cwd: root, exclude: ['test/processes/*-long.test.ts'] }).sort();
  return runNodeTests({ files: rooms, oneProcess: true }, { files: ['test/checks.ts', ...processes], atOnce: 2, polite: true });
}
