import fs from 'node:fs';
import path from 'node:path';
import { checkout, commit, run, type World } from './world.ts';

/** Sets the repository up as a person does, with `tackroom init`, then leaves it the guardrails of the scenarios alone. */
export async function setUpHarness(world: World): Promise<void> {
  const outcome = await tackroom(world, 'init', '--yes');
  if (outcome.kind !== 'exited' || outcome.code !== 0) throw new Error(`tackroom init failed: ${outcome.stdout}${outcome.stderr}`);
  const guardrails = path.join(world.root, 'harness/guardrails');
  fs.rmSync(guardrails, { recursive: true });
  fs.cpSync(path.join(import.meta.dirname, 'guardrails'), guardrails, { recursive: true });
  await commit(world, 'A harness');
}

/** Runs the product itself in the world's repository. */
export function tackroom(world: World, ...args: string[]) {
  return run(world, [path.join(checkout, 'bin/tackroom'), ...args]);
}
