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
 * The line the agent's shell runs. It finds the repository around the folder by what every shell has built in, and does nothing where
 * that has no hook (an older branch, another repository). Where a daemon has left word for shells, that asks it, and starts Node only
 * where it does not answer (docs/decisions/0026). NODE_EXTRA_CA_CERTS makes every start of Node 20 about 30 ms slower, so it is emptied.
 */
export function hookCommand(agent: HookAgent, moment: HookEvent): string {
  const [flag, script] = hookStart;
  const find = `cd -P .; d=$PWD; until [ -f "$d/harness/hook.mjs" ] && [ -e "$d/.git" ]; do [ "$d" ] || exit 0; d=\${d%/*}; done`;
  const daemon = `w=\${XDG_STATE_HOME:-$HOME/.local/state}/tackroom/warm$d/ask.bash`;
  const ask = `if [ -z "$TACKROOM_NO_DAEMON" ] && [ -f "$w" ] && command -v bash >/dev/null; then exec bash -p "$w" "$h" ${agent} ${moment}; fi`;
  return `${find}; h=$d/harness/hook.mjs; ${daemon}; ${ask}; NODE_EXTRA_CA_CERTS= node ${flag} '${script}' "$h" ${agent} ${moment}`;
}

/** Whether a command calls our hook for this agent and moment, in whatever words. */
export function callsOurHook(command: string, agent: HookAgent, moment: HookEvent): boolean {
  return command.includes('harness/hook.mjs') && new RegExp(`\\s${agent}\\s+${moment}\\s*$`).test(command);
}
