import type { HookAgent, HookEvent } from '#kernel/records/hook.ts';

/** One hook as it stands in an agent's configuration. */
export interface HookWire {
  /** The last word of the wired command. */
  moment: HookEvent;
  /** The agent's own name of the moment. */
  event: string;
  /** Regular expression over tool names; absent where every occasion counts. */
  matcher?: string;
  timeoutSeconds: number;
  command: string;
}

/** Where an agent keeps the hooks of a repository, and which of them are ours. */
export interface AgentWiring {
  agent: HookAgent;
  /** What a person calls the agent. */
  title: string;
  /** Path of the configuration, relative to the repository. */
  file: string;
  wires: readonly HookWire[];
}

/**
 * The line the agent's shell runs. It must do nothing where the file is missing (an older branch, another repository),
 * and drop NODE_EXTRA_CA_CERTS, which makes every start of Node 20 about 50 ms slower.
 */
export function hookCommand(agent: HookAgent, moment: HookEvent): string {
  return `h="$(git rev-parse --show-toplevel 2>/dev/null)/harness/hook.mjs"; [ -f "$h" ] || exit 0; env -u NODE_EXTRA_CA_CERTS node "$h" ${agent} ${moment}`;
}

/** Whether a command calls our hook for this agent and moment, in whatever words. */
export function callsOurHook(command: string, agent: HookAgent, moment: HookEvent): boolean {
  return command.includes('harness/hook.mjs') && new RegExp(`\\s${agent}\\s+${moment}\\s*$`).test(command);
}
