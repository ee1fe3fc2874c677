// Bundled into harness/hook.mjs, which `tackroom init` commits to repositories. Runs on any Node >= 20.
import { askEngine, engineBeside, readHookPayload, sayHookAnswer } from '#app/hook-process.ts';
import type { answerBroken } from './answer-broken.ts';

/** Source of a module that exports `answerBroken`: as a text, since nearly no call needs it, and code each would compile. */
declare const brokenSource: string;

const [hookFile = '', agent = '', event = ''] = process.argv.slice(1);

// One file is parsed beside us. Three more threads that Node would start and end with the first cost half a millisecond.
process.env.UV_THREADPOOL_SIZE ??= '1';

async function main(): Promise<void> {
  const deps = { env: process.env, now: Date.now() };
  const engine = engineBeside(hookFile, deps.env);
  if (engine === undefined) return;
  const call = { agent, event, payload: readHookPayload() };
  const text = await askEngine(call, engine, deps).catch((error: unknown) => {
    const broken: { exports: { answerBroken?: typeof answerBroken } } = { exports: {} };
    new Function('module', 'require', brokenSource)(broken, require);
    return broken.exports.answerBroken?.(call, error, deps) ?? '';
  });
  if (text !== '') sayHookAnswer(text);
}

// Whatever goes wrong is ours: the agent goes on.
main().then(
  () => process.exit(0),
  () => process.exit(0),
);
