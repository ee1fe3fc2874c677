import assert from 'node:assert/strict';
import fs from 'node:fs';
import type { Agent } from './agent.ts';
import { assertEnded, assertSilent, assertTold, shown, spooled } from './hearing.ts';
import { assign, badLine, client, mend, runs, say, writeBad } from './sample.ts';
import type { Scenario } from './scenarios.ts';
import type { World } from './world.ts';

/** The moments before the work: a prompt, and an edit that is about to be made. */
export const momentScenarios: readonly Scenario[] = [
  { name: 'a prompt is heard first, and each edit before it is made', play: hearPlans },
  { name: 'what is said at session start and before a command is in the next request', play: hearBefore },
];

/** Codex applies such a patch itself, and calls no hook after it. */
export const shellPatchScenario: Scenario = {
  name: 'a patch that a shell line applies is heard of before it, and not after it',
  play: hearShellPatch,
};

async function hearPlans(agent: Agent, world: World): Promise<void> {
  const { root } = world;
  const outcome = await agent.run(world, assign(world, [writeBad(root), mend(root), runs('echo something else'), say('Done.')]));
  assertEnded(world, outcome, 4);
  const heard = spooled(world).flatMap(({ type }) => (['session', 'prompt', 'tool', 'touched'].includes(type) ? [type] : []));
  assert.deepEqual(heard, ['session', 'prompt', 'tool', 'touched', 'tool', 'touched', 'tool']);
}

async function hearBefore(agent: Agent, world: World): Promise<void> {
  const outcome = await agent.run(world, assign(world, [runs('git push -f origin HEAD:main'), say('Done.')]));
  assertEnded(world, outcome, 2);
  assertTold(world, { at: 0 }, 'Tackroom holds this repository to');
  assertTold(world, { after: { do: 'run', command: 'git push -f origin HEAD:main' } }, 'Tackroom denied this command');
}

async function hearShellPatch(agent: Agent, world: World): Promise<void> {
  const patch = `*** Begin Patch\n*** Add File: client.ts\n+${badLine}\n*** End Patch`;
  const outcome = await agent.run(world, assign(world, [runs(`cd src && apply_patch <<'EOF'\n${patch}\nEOF\n`), say('Done.')]));
  assertEnded(world, outcome, 2);
  assert.equal(fs.readFileSync(client(world.root), 'utf8'), `${badLine}\n`);
  const types = spooled(world).map(({ type }) => type);
  assert.ok(types.includes('tool'), `${types}`);
  assertSilent(shown(world, 1));
  assert.ok(!types.includes('touched'), 'Codex calls its hook after such a patch now: let its adapter say so');
}
