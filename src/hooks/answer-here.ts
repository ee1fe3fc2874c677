import { answerHook, type HookDeps } from '#app/hook.ts';
import { parseCall, renderAnswer } from '#app/hook-process.ts';
import type { HookCall } from '#kernel/records/hook.ts';

/** What this process itself says to an agent's call, in the agent's own shape; empty for silence. */
export async function answerHere(call: HookCall, deps: HookDeps): Promise<string> {
  const input = parseCall(call);
  return input === undefined ? '' : renderAnswer(input, await answerHook(input, deps));
}
