import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import type { Agent } from './agent.ts';
import { assertEnded, spooled } from './hearing.ts';
import { assign, runs, say } from './sample.ts';
import type { Scenario } from './scenarios.ts';
import { assertServed } from './served.ts';
import { tackroom } from './set-up-harness.ts';
import type { World } from './world.ts';

/**
 * Claude Code reads `.claude/settings.json` of the folder it was started in and of no folder above it, and says nothing
 * (anthropics/claude-code issues 36793, 76441, 86187; so with 2.1.330).
 */
export const claudeScenarios: readonly Scenario[] = [
  { name: 'a session started in a subfolder, which Claude Code does not wire, is told of by doctor', play: startUnwired },
  { name: "a session started in a subfolder is served by wires in the person's own settings", play: startWiredByPerson },
];

async function startUnwired(agent: Agent, world: World): Promise<void> {
  const cwd = path.join(world.root, 'src');
  const outcome = await agent.run(world, assign(world, [runs('pwd'), say('Done.')]), { cwd });
  assertEnded(world, outcome, 2);
  assert.deepEqual(spooled(world), [], 'hooks ran: Claude Code has changed, and this scenario can go');
  const doctor = await tackroom(world, 'doctor');
  assert.equal(doctor.kind === 'exited' && doctor.code, 1, doctor.stdout);
  assert.match(doctor.stdout, /Claude Code .*called no hook/);
}

async function startWiredByPerson(agent: Agent, world: World): Promise<void> {
  fs.mkdirSync(path.join(world.home, '.claude'), { recursive: true });
  fs.copyFileSync(path.join(world.root, '.claude/settings.json'), path.join(world.home, '.claude/settings.json'));
  await assertServed(agent, world, { root: world.root, cwd: path.join(world.root, 'src') });
}
