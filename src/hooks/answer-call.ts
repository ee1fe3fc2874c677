import { answerHook, type HookDeps } from '#app/hook.ts';
import type { HookCall } from '#kernel/records/hook.ts';
import { parsePayload } from './parse-payload.ts';
import { renderAnswer } from './render-answer.ts';

/** What to say to an agent's call, in its own shape; empty for silence. Bundled into `dist/hook-first.cjs`, which `harness/hook.mjs` asks. */
export async function answerCall({ agent, event, payload }: HookCall, deps: HookDeps): Promise<string> {
  const input = parsePayload(agent, event, payload);
  return input === undefined ? '' : renderAnswer(input.event, await answerHook(input, deps));
}
