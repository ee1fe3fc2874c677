import { answerHook, type HookDeps } from '#app/hook.ts';
import type { HookCall } from '#kernel/records/hook.ts';
import { parsePayload } from './parse-payload.ts';
import { renderAnswer } from './render-answer.ts';

/** What this process itself says to an agent's call, in the agent's own shape; empty for silence. */
export async function answerHere({ agent, event, payload }: HookCall, deps: HookDeps): Promise<string> {
  const input = parsePayload(agent, event, payload);
  return input === undefined ? '' : renderAnswer(input.event, await answerHook(input, deps));
}
