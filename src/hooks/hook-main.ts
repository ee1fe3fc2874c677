// Bundled into harness/hook.mjs, which `tackroom init` commits to repositories. Runs on any Node >= 20.
import { answerHook } from '#app/hook.ts';
import { readHookPayload, sayHookAnswer } from '#app/hook-pipe.ts';
import { parsePayload } from './parse-payload.ts';
import { renderAnswer } from './render-answer.ts';

const [agent = '', event = ''] = process.argv.slice(2);
try {
  const input = parsePayload(agent, event, readHookPayload());
  const answer = input === undefined ? { kind: 'silent' as const } : await answerHook(input, { env: process.env, now: Date.now() });
  const text = input === undefined ? '' : renderAnswer(input.event, answer);
  if (text !== '') sayHookAnswer(text);
} catch {
  // Whatever went wrong is ours: the agent goes on.
}
process.exit(0);
