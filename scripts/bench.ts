// `npm run bench`: every bench in turn, alone on the machine, on the engine as it is now.
import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import path from 'node:path';
import { buildEngine } from './bundle-hook.ts';
import { root } from './check-steps.ts';

const chosen = process.argv.slice(2);
const files = globSync('bench/*.bench.ts', { cwd: root }).sort();

await buildEngine(path.join(root, 'dist'));
for (const file of files.filter((name) => chosen.length === 0 || chosen.some((part) => name.includes(part)))) {
  const ended = spawnSync(process.execPath, [file], { cwd: root, stdio: 'inherit' });
  if (ended.status !== 0) process.exitCode = 1;
}
