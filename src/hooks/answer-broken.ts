import { answerBrokenHook, type ProcessDeps, parseCall, renderAnswer } from '#app/hook-process.ts';
import type { HookCall } from '#kernel/records/hook.ts';

/** What `harness/hook.mjs` says where the package could not be asked; empty for silence. */
export function answerBroken(call: HookCall, error: unknown, deps: ProcessDeps): string {
  const input = parseCall(call);
  return input === undefined ? '' : renderAnswer(input, answerBrokenHook(input, error, deps));
}
