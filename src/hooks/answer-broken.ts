import { answerBrokenHook, type ProcessDeps } from '#app/hook-process.ts';
import type { HookCall } from '#kernel/records/hook.ts';
import { parsePayload } from './parse-payload.ts';
import { renderAnswer } from './render-answer.ts';

/** What `harness/hook.mjs` says where the package could not be asked; empty for silence. */
export function answerBroken({ agent, event, payload }: HookCall, error: unknown, deps: ProcessDeps): string {
  const input = parsePayload(agent, event, payload);
  return input === undefined ? '' : renderAnswer(input.event, answerBrokenHook(input, error, deps));
}
