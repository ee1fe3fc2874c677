import type { HookAgent, HookEvent } from '#kernel/records/hook.ts';
import type { HookFormat } from './hook-config/hook-format.ts';

/** One hook as it stands in an agent's configuration. */
export interface HookWire {
  /** The last word of the wired command. */
  moment: HookEvent;
  /** What sets it apart from another wire of the same moment. */
  about?: string;
  /** The agent's own name of the moment. */
  event: string;
  /** Regular expression over tool names; absent where every occasion counts. */
  matcher?: string;
  timeoutSeconds: number;
  command: string;
}

/** Where an agent keeps the hooks of a repository, and which of them are ours. */
export type AgentWiring = ConfiguredWiring | PluginWiring;

interface Wiring {
  agent: HookAgent;
  /** What a person calls the agent. */
  title: string;
  /** Path of the file that holds the hooks, relative to the repository. */
  file: string;
  wires: readonly HookWire[];
}

/** Hooks in a JSON configuration that others write to as well. */
export interface ConfiguredWiring extends Wiring {
  format: HookFormat;
}

/** A program of ours that the agent runs, and that calls our hook itself. */
interface PluginWiring extends Wiring {
  format: 'plugin';
}

/** A wire to our hook for one of an agent's own events. */
export function hookWire(
  agent: HookAgent,
  moment: HookEvent,
  about: { event: string; matcher?: string; about?: string; timeoutSeconds?: number },
): HookWire {
  return { moment, timeoutSeconds: 30, ...about, command: hookCommand(agent, moment) };
}

/**
 * What Node is started with before the path of `harness/hook.mjs`, the agent and the moment. The file runs as a script:
 * to start it as the module that its name says costs Node 20 another 4 ms at every call (docs/decisions/0004).
 */
export const hookStart = ['-e', 'eval(require("fs").readFileSync(process.argv[1],"utf8"))'] as const;

/**
 * The line the agent's shell runs. It must do nothing where the file is missing (an older branch, another repository),
 * and empty NODE_EXTRA_CA_CERTS, which makes every start of Node 20 about 30 ms slower.
 */
export function hookCommand(agent: HookAgent, moment: HookEvent): string {
  const [flag, script] = hookStart;
  return `h="$(git rev-parse --show-toplevel 2>/dev/null)/harness/hook.mjs"; [ -f "$h" ] || exit 0; NODE_EXTRA_CA_CERTS= node ${flag} '${script}' "$h" ${agent} ${moment}`;
}

/** Whether a command calls our hook for this agent and moment, in whatever words. */
export function callsOurHook(command: string, agent: HookAgent, moment: HookEvent): boolean {
  return command.includes('harness/hook.mjs') && new RegExp(`\\s${agent}\\s+${moment}\\s*$`).test(command);
}
