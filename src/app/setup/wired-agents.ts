import { parse } from 'yaml';
import { claudeWiring } from '#agents/claude-wiring.ts';
import { codexWiring } from '#agents/codex-wiring.ts';
import type { AgentWiring } from '#agents/hook-wire.ts';
import { harnessSettingsSchema } from '#kernel/records/harness-settings.ts';
import { readInside } from '#platform/files/read-inside.ts';

export const agentWirings: readonly AgentWiring[] = [claudeWiring, codexWiring];

/** The agents that `agents` of the harness's settings names; both where there are no settings, or none that can be read. */
export function wiredAgents(root: string): AgentWiring[] {
  const wanted = readAgents(readInside(root, 'harness/harness.yaml') ?? '');
  return agentWirings.filter((wiring) => wanted.includes(wiring.agent));
}

function readAgents(yaml: string): string[] {
  try {
    return harnessSettingsSchema
      .pick({ agents: true })
      .loose()
      .parse(parse(yaml) ?? {}).agents;
  } catch {
    return agentWirings.map((wiring) => wiring.agent); // `check` and `doctor` report what is wrong with the settings
  }
}
