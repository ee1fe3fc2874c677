import type { HookAnswer, HookEvent, HookInput } from '#kernel/records/hook.ts';

/**
 * How one agent is spoken with at its hooks. Every call of a hook loads it, so it is kept apart from the rest of what is
 * known of an agent, and reads payloads by hand.
 */
export interface AgentSpeech {
  /** The agent's payload in our shape; undefined where it is nothing we know: another tool, a missing field, no JSON. */
  parse(event: HookEvent, payload: string): HookInput | undefined;
  /** Our answer as the agent reads it; empty for silence, and for what it has no ear for at this moment. */
  render(input: HookInput, answer: HookAnswer): string;
}
