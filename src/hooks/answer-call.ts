import { answerHook } from '#app/hook.ts';
import { type HookProcess, nearDaemon } from '#app/hook-daemon.ts';
import { parseCall, renderAnswer } from '#app/hook-process.ts';
import type { HookCall } from '#kernel/records/hook.ts';

/**
 * What to say to an agent's call, in its own shape; empty for silence: as the repository's daemon answers it, else as this
 * process does. Bundled into `dist/hook-first.cjs`, which `harness/hook.mjs` asks.
 */
export async function answerCall(call: HookCall, given: Omit<HookProcess, 'call'>): Promise<string> {
  const input = parseCall(call);
  if (input === undefined) return '';
  const deps = { ...given, call: given.env.TACKROOM_CALL ?? String(process.pid) };
  const daemon = nearDaemon(call, input, deps);
  const warm = await daemon?.ask();
  if (warm !== undefined) return warm;
  const text = renderAnswer(input, await answerHook(input, deps));
  daemon?.start();
  return text;
}
