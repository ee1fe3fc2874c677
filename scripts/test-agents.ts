// `npm run test:agents`: the real agents, pinned in test/agents/package.json, against a scripted model.
// `npm run test:agents -- --transcript claude` (or codex) prints one agent being corrected, step by step.
import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import path from 'node:path';
import { installAgents } from '../test/agents/install-agents.ts';
import { isAlone, wrapAlone } from '../test/agents/without-network.ts';
import { buildEngine } from './bundle-hook.ts';
import { root } from './check-steps.ts';
import { runNodeTests } from './run-node-tests.ts';

const [option, agent = ''] = process.argv.slice(2);

if (isAlone()) process.exitCode = await run();
else if (option === undefined || (option === '--transcript' && ['claude', 'codex'].includes(agent)))
  process.exitCode = await prepareAndRun();
else usage();

async function prepareAndRun(): Promise<number> {
  await installAgents();
  await buildEngine(path.join(root, 'dist'));
  const [program, ...args] = wrapAlone([process.execPath, import.meta.filename, ...process.argv.slice(2)]);
  const ended = spawnSync(program, args, { cwd: root, stdio: 'inherit', env: { ...process.env, TACKROOM_TEST_ALONE: '1' } });
  return ended.status ?? 1;
}

function run(): number | Promise<number> {
  if (option === undefined) return runNodeTests({ files: globSync('test/agents/*.test.ts', { cwd: root }).sort(), atOnce: 2 });
  return spawnSync(process.execPath, ['test/agents/transcript.ts', agent], { cwd: root, stdio: 'inherit' }).status ?? 1;
}

function usage(): void {
  console.error('Usage: npm run test:agents [-- --transcript claude|codex]');
  process.exitCode = 2;
}
