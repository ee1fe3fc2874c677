import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Agent } from './agent.ts';
import { spooled } from './hearing.ts';
import type { Scenario } from './scenarios.ts';
import { setUpHarness } from './set-up-harness.ts';
import { createWorld, keepWorld, removeWorld } from './world.ts';

interface PlayOptions {
  /** Faults of ours are what the scenario is about. */
  faulty?: boolean;
}

/** Registers one test: the scenario in a world of its own, which is kept, and named, when it fails. */
export function play(agent: Agent, scenario: Scenario, options: PlayOptions = {}): void {
  test(`${agent.name}: ${scenario.name}`, async (context) => {
    const world = await createWorld();
    try {
      await setUpHarness(world);
      await agent.prepare(world, [world.root]);
      await scenario.play(agent, world);
      assert.deepEqual(world.model.strays, [], 'asked for outside the script');
      if (!options.faulty)
        assert.deepEqual(
          spooled(world).filter((record) => record.type === 'fault'),
          [],
        );
    } catch (error) {
      context.diagnostic(`what happened is kept in ${await keepWorld(world)}`);
      throw error;
    }
    await removeWorld(world);
  });
}
