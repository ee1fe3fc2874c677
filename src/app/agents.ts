import type { AgentSpeech } from '#agents/agent-speech.ts';
import { speeches } from '#agents/speeches.ts';
import { type HookAnswer, type HookCall, type HookInput, hookAgents, hookEvents } from '#kernel/records/hook.ts';

/** What an agent's hook was told, in our shape; undefined where it concerns us not, or is nothing we know. */
export function parseCall({ agent, event, payload }: HookCall): HookInput | undefined {
  const speech = speechOf(agent);
  const known = hookEvents.find((one) => one === event);
  return speech === undefined || known === undefined ? undefined : speech.parse(known, payload);
}

/** An answer as the agent that called reads it; empty for silence. */
export function renderAnswer(input: HookInput, answer: HookAnswer): string {
  return speechOf(input.agent)?.render(input, answer) ?? '';
}

function speechOf(agent: string): AgentSpeech | undefined {
  const name = hookAgents.find((one) => one === agent);
  return name === undefined ? undefined : speeches[name];
}
