import assert from 'node:assert/strict';
import type { Agent } from './agent.ts';
import { assertEnded, assertSilent, assertTold, shown, spooled } from './hearing.ts';
import { assign, badLine, mend, runs, say, writeBad } from './sample.ts';
import type { Scenario } from './scenarios.ts';
import type { World } from './world.ts';

/** The moments before the work: a prompt, and an edit that is about to be made. */
export const momentScenarios: readonly Scenario[] = [
  { name: 'a prompt is heard first, and each edit before it is made', play: hearPlans },
  { name: 'what is said at session start and before a command is in the next request', play: hearBefore },
];

/** Codex applies such a patch itself, and calls no hook after it. */
export const shellPatchScenario: Scenario = {
  name: 'a patch that a shell line applies is heard of before it, and what it breaks is told at stop',
  play: hearShellPatch,
};

async function hearPlans(agent: Agent, world: World): Promise<void> {
  const { root } = world;
  const outcome = await agent.run(world, assign(world, [writeBad(root), mend(root), runs('echo something else'), say('Done.')]));
  assertEnded(world, outcome, 4);
  const heard = spooled(world).flatMap(({ type }) => (['session', 'asked', 'tool', 'touched'].includes(type) ? [type] : []));
  assert.deepEqual(heard, ['session', 'asked', 'tool', 'touched', 'tool', 'touched', 'tool']);
}

async function hearBefore(agent: Agent, world: World): Promise<void> {
  const outcome = await agent.run(world, assign(world, [runs('git push -f origin HEAD:main'), say('Done.')]));
  assertEnded(world, outcome, 2);
  assertTold(world, { at: 0 }, 'Tackroom holds this repository to');
  assertTold(world, { after: { do: 'run', command: 'git push -f origin HEAD:main' } }, 'Tackroom denied this command');
}

async function hearShellPatch(agent: Agent, world: World): Promise<void> {
  const patch = `*** Begin Patch\n*** Add File: client.ts\n+${badLine}\n*** End Patch`;
  const applies = runs(`cd src && apply_patch <<'EOF'\n${patch}\nEOF\n`);
  const outcome = await agent.run(world, assign(world, [applies, say('Done.'), mend(world.root), say('Mended.')]));
  assertEnded(world, outcome, 4);
  assertSilent(shown(world, 1));
  assertTold(world, { after: say('Done.') }, 'Tackroom: not done yet');
  assert.ok(spooled(world).some(({ type, paths }) => type === 'touched' && `${paths}` === 'src/client.ts'));
}
