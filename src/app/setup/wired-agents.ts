import path from 'node:path';
import { parse } from 'yaml';
import { adapters } from '#agents/adapters.ts';
import type { AgentAdapter } from '#agents/agent-adapter.ts';
import { harnessSettingsSchema } from '#kernel/records/harness-settings.ts';
import type { HookAgent } from '#kernel/records/hook.ts';
import { writtenAt } from '#platform/files/list-folder.ts';
import { readInside } from '#platform/files/read-inside.ts';

/** Wired in every repository whose settings name no agents. */
const always: readonly HookAgent[] = ['claude', 'codex'];

/** An agent that is to be wired; `asked`: by the settings, or as one of those that always are. */
export interface WiredAgent {
  adapter: AgentAdapter;
  asked: boolean;
}

/**
 * The agents that the settings of the harness name. Where they name none, or cannot be read: Claude Code, Codex, and those whose own files
 * lie in the repository.
 */
export function wiredAgents(root: string): WiredAgent[] {
  const named = namedAgents(readInside(root, 'harness/harness.yaml') ?? '');
  return chooseAgents(root, named);
}

/** The same for settings that are yet to be written. */
export function chooseAgents(root: string, named: readonly HookAgent[] | undefined): WiredAgent[] {
  const asked = named ?? always;
  return adapters.flatMap((adapter): WiredAgent[] => {
    if (asked.includes(adapter.wiring.agent)) return [{ adapter, asked: true }];
    return named === undefined && showsSign(root, adapter) ? [{ adapter, asked: false }] : [];
  });
}

function showsSign(root: string, { signs }: AgentAdapter): boolean {
  return signs.some((sign) => writtenAt(path.join(root, sign)) !== undefined);
}

function namedAgents(yaml: string): HookAgent[] | undefined {
  try {
    return harnessSettingsSchema
      .pick({ agents: true })
      .loose()
      .parse(parse(yaml) ?? {}).agents;
  } catch {
    return undefined; // `check` and `doctor` report what is wrong with the settings
  }
}
