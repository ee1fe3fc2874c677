// Bundles what agents' hooks load. The halves in `dist/` are made each time (a tenth of a second). `harness/hook.mjs` is
// committed: written only with --write, compared with --check, so that no build can hide a stale one.
import fs from 'node:fs';
import path from 'node:path';
import { buildEngine, bundleHook, writeIfChanged } from './bundle-hook.ts';
import { root } from './check-steps.ts';

const committed = path.join(root, 'harness', 'hook.mjs');

await buildEngine(path.join(root, 'dist'));
if (process.argv[2] === '--write') writeIfChanged(committed, await bundleHook());
if (process.argv[2] === '--check') compare(await bundleHook());

function compare(text: string): void {
  if (fs.existsSync(committed) && fs.readFileSync(committed, 'utf8') === text) return;
  console.error('harness/hook.mjs is not what src/hooks makes.');
  process.exitCode = 1;
}
