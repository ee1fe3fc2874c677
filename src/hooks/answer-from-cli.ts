import { ownEngine } from '#app/own-engine.ts';
import type { HookCall } from '#kernel/records/hook.ts';
import { answerHere } from './answer-here.ts';

/** The hook as a command of the full program: same answers as `harness/hook.mjs`, slower start, no bundle needed. */
export function answerFromCli(call: HookCall, env: Record<string, string | undefined>): Promise<string> {
  return answerHere(call, { env, now: Date.now(), ...ownEngine() });
}
