import assert from 'node:assert/strict';
import type { Agent } from './agent.ts';
import { assertEnded, assertFinding, assertSilent, shown } from './hearing.ts';
import { assign, mend, place, runs, say, writeBad } from './sample.ts';
import type { World } from './world.ts';

/** Runs a session in `at.cwd` of the worktree `at.root` and proves that every wire works there. */
export async function assertServed(agent: Agent, world: World, at: { root: string; cwd: string }): Promise<void> {
  const steps = [writeBad(at.root), runs('git push -f origin HEAD:main'), say('Done.'), mend(at.root), say('Mended.')];
  const outcome = await agent.run(world, assign(world, steps), { cwd: at.cwd });
  assertEnded(world, outcome, 5);
  assertFinding(shown(world, 1), place);
  assert.match(shown(world, 2), /Tackroom denied this command/);
  assert.match(shown(world, 3), /Tackroom: not done yet/);
  assertSilent(shown(world, 4));
}
