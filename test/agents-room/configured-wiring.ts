import assert from 'node:assert/strict';
import { adapterOf } from '#agents/adapters.ts';
import type { ConfiguredWiring } from '#agents/hook-wire.ts';
import type { HookAgent } from '#kernel/records/hook.ts';

/** The wiring of an agent that keeps its hooks in a configuration. */
export function configuredWiring(agent: HookAgent): ConfiguredWiring {
  const { wiring } = adapterOf(agent);
  assert.ok(wiring.format !== 'plugin', agent);
  return wiring;
}
