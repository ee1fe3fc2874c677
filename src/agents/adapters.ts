import type { HookAgent } from '#kernel/records/hook.ts';
import type { AgentAdapter } from './agent-adapter.ts';
import { claudeAdapter } from './claude/claude-adapter.ts';
import { codexAdapter } from './codex/codex-adapter.ts';
import { copilotAdapter } from './copilot/copilot-adapter.ts';
import { cursorAdapter } from './cursor/cursor-adapter.ts';
import { geminiAdapter } from './gemini/gemini-adapter.ts';
import { opencodeAdapter } from './opencode/opencode-adapter.ts';

const byName: Readonly<Record<HookAgent, AgentAdapter>> = {
  claude: claudeAdapter,
  codex: codexAdapter,
  gemini: geminiAdapter,
  copilot: copilotAdapter,
  opencode: opencodeAdapter,
  cursor: cursorAdapter,
};

/** Every agent that Tackroom knows, in the order in which it speaks of them. */
export const adapters: readonly AgentAdapter[] = Object.values(byName);

export function adapterOf(agent: HookAgent): AgentAdapter {
  return byName[agent];
}
