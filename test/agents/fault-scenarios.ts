import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import type { Agent } from './agent.ts';
import { assertEnded, shown, spooled } from './hearing.ts';
import { assign, client, runs, say, writeBad } from './sample.ts';
import type { Scenario } from './scenarios.ts';
import { type World, write } from './world.ts';

/** Whatever is broken on our side, the agent goes on. */
export const faultScenarios: readonly Scenario[] = [
  { name: 'the agent goes on when hook.mjs throws', play: (agent, world) => goesOn(agent, world, breakHook) },
  { name: 'the agent goes on when hook.mjs is gone', play: (agent, world) => goesOn(agent, world, removeHook) },
  { name: 'the agent goes on when the engine is missing', play: (agent, world) => goesOn(agent, world, removeEngine) },
  { name: 'the agent goes on when the engine throws, and the fault is kept', play: keepsFault },
  { name: 'a page that cannot be read switches no other off', play: losesOnePage },
];

async function goesOn(agent: Agent, world: World, harm: (world: World) => void): Promise<void> {
  harm(world);
  const outcome = await agent.run(world, assign(world, [writeBad(world.root), runs('echo still working'), say('Done.')]));
  assertEnded(world, outcome, 3);
  assert.ok(fs.existsSync(client(world.root)));
  assert.match(shown(world, 2), /still working/);
}

async function keepsFault(agent: Agent, world: World): Promise<void> {
  await goesOn(agent, world, breakEngine);
  const faults = spooled(world).filter((record) => record.type === 'fault');
  assert.ok(
    faults.some((fault) => fault.moment === 'post-tool'),
    `no fault of post-tool in ${JSON.stringify(spooled(world))}`,
  );
}

async function losesOnePage(agent: Agent, world: World): Promise<void> {
  write(world.root, { 'harness/guardrails/fetch-deadline.md': '---\nid: [\n---\n' });
  const steps = [writeBad(world.root), runs('git push -f origin HEAD:main'), say('Done.')];
  const outcome = await agent.run(world, assign(world, steps));
  assertEnded(world, outcome, 3);
  assert.match(shown(world, 0), /mistakes? in the pages of harness/);
  assert.doesNotMatch(shown(world, 1), /fetch-deadline/);
  assert.match(shown(world, 2), /Tackroom denied this command/);
}

function breakHook(world: World): void {
  write(world.root, { 'harness/hook.mjs': "throw new Error('broken');\n" });
}

function removeHook(world: World): void {
  fs.rmSync(path.join(world.root, 'harness/hook.mjs'));
}

function removeEngine(world: World): void {
  fs.rmSync(path.join(world.root, 'node_modules/tackroom'));
}

function breakEngine(world: World): void {
  removeEngine(world);
  const broken = "throw new Error('broken');\n";
  write(path.join(world.root, 'node_modules/tackroom'), {
    'package.json': '{ "name": "tackroom", "version": "0.0.0", "type": "module" }\n',
    'dist/hook-first.cjs': broken,
    'dist/hook-engine.cjs': broken,
    'dist/hook-compiler.cjs': broken,
  });
}
