import { answerHook } from '#app/hook.ts';
import { ownEngine } from '#app/own-engine.ts';
import { parsePayload } from './parse-payload.ts';
import { renderAnswer } from './render-answer.ts';

/** The hook as a command of the full program: same answers as `harness/hook.mjs`, slower start, no bundle needed. */
export async function answerFromCli(
  call: { agent: string; event: string; payload: string },
  env: Record<string, string | undefined>,
): Promise<string> {
  const input = parsePayload(call.agent, call.event, call.payload);
  if (input === undefined) return '';
  return renderAnswer(input.event, await answerHook(input, { env, now: Date.now(), ...ownEngine() }));
}
