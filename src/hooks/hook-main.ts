// Bundled into harness/hook.mjs, which `tackroom init` commits to repositories. Runs on any Node >= 20.
import { answerHook } from '#app/hook.ts';
import { readHookPayload, sayHookAnswer } from '#app/hook-pipe.ts';
import { parsePayload } from './parse-payload.ts';
import { renderAnswer } from './render-answer.ts';

const [agent = '', event = ''] = process.argv.slice(2);

async function main(): Promise<void> {
  const input = parsePayload(agent, event, readHookPayload());
  if (input === undefined) return;
  const text = renderAnswer(input.event, await answerHook(input, { env: process.env, now: Date.now() }));
  if (text !== '') sayHookAnswer(text);
}

// Whatever goes wrong is ours: the agent goes on.
main().then(
  () => process.exit(0),
  () => process.exit(0),
);
