import { answerHook, type HookDeps } from '#app/hook.ts';
import { parseCall, renderAnswer } from '#app/hook-process.ts';
import type { HookCall } from '#kernel/records/hook.ts';

/** What to say to an agent's call, in its own shape; empty for silence. Bundled into `dist/hook-first.cjs`, which `harness/hook.mjs` asks. */
export async function answerCall(call: HookCall, deps: HookDeps): Promise<string> {
  const input = parseCall(call);
  return input === undefined ? '' : renderAnswer(input, await answerHook(input, deps));
}
