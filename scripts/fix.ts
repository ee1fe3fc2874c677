// Mends what a machine can mend, and makes the committed files that are made from source.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runProcess } from '#platform/process/run-process.ts';
import { root } from './check-steps.ts';
import { missingPlatformPackages } from './complete-lockfile.ts';

const node = process.execPath;
const steps = [
  [node, 'node_modules/@biomejs/biome/bin/biome', 'check', '--write', '--error-on-warnings', '.'],
  [node, 'scripts/write-schemas.ts'],
  [node, 'scripts/build-hook.ts', '--write'],
];

for (const folder of ['.', 'test/agents', 'test/fixtures/oldest-node']) completeLockfile(path.join(root, folder, 'package-lock.json'));
for (const command of steps) {
  const outcome = await runProcess(command, { cwd: root, timeoutMs: 60_000 });
  process.stdout.write(outcome.stdout + outcome.stderr);
  if (outcome.kind !== 'exited' || outcome.code !== 0) process.exitCode = 1;
}

function completeLockfile(file: string): void {
  const lockfile = JSON.parse(readFileSync(file, 'utf8'));
  const missing = missingPlatformPackages(lockfile.packages);
  if (Object.keys(missing).length === 0) return;
  const packages = Object.entries({ ...lockfile.packages, ...missing }).sort(([a], [b]) => a.localeCompare(b, 'en'));
  writeFileSync(file, `${JSON.stringify({ ...lockfile, packages: Object.fromEntries(packages) }, null, 2)}\n`);
  console.log(`${path.relative(root, file)}: entered ${Object.keys(missing).join(', ')}`);
}
