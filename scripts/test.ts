// `npm test`: the checks, the tests of all rooms in one process, then those that start processes, under one runner with
// one summary. `npm test -- test/pages/x.test.ts` runs just these files, in one process and without the checks.
import { globSync } from 'node:fs';
import path from 'node:path';
import { buildEngine } from './bundle-hook.ts';
import { root } from './check-steps.ts';
import { runNodeTests } from './run-node-tests.ts';

const chosen = process.argv.slice(2);

await buildEngine(path.join(root, 'dist'));
process.exitCode = chosen.length === 0 ? runEverything() : runNodeTests(chosen, ['--test-isolation=none']);

function runEverything(): number {
  const processes = globSync('test/processes/*.test.ts', { cwd: root }).sort();
  return runNodeTests(['test/checks.ts', 'test/rooms.ts', ...processes]);
}
