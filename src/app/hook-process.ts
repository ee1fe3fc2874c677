import type { AgentSpeech } from '#agents/agent-speech.ts';
import { speeches } from '#agents/speeches.ts';
import { type HookAnswer, type HookCall, type HookInput, hookAgents, hookEvents } from '#kernel/records/hook.ts';
import { findRepository } from '#platform/git/find-repository.ts';
import { type Engine, findEngineBeside } from '#platform/install/find-engine.ts';
import { readStdin, writeStdout } from '#platform/process/stdin.ts';
import { stateFolder } from '#platform/state/state-folder.ts';
import { answerFault } from './hook/answer-fault.ts';
import { loadPart } from './hook/load-part.ts';

// What `harness/hook.mjs` is made of: it finds the package and hands over. What stands here is compiled anew at every call.

export interface ProcessDeps {
  env: Record<string, string | undefined>;
  /** Milliseconds since the Unix epoch. */
  now: number;
}

/** The package that serves the repository in whose `harness` folder a hook lies; undefined where none is installed. */
export function engineBeside(hookFile: string, env: ProcessDeps['env']): Engine | undefined {
  return findEngineBeside(hookFile, env);
}

/** The agent's payload. A surface may not touch file descriptors itself. */
export function readHookPayload(): string {
  return readStdin();
}

/** Answers the agent before the process ends. */
export function sayHookAnswer(text: string): void {
  writeStdout(text);
}

/** What the package answers, in the agent's own shape; empty where it keeps silent. Throws where the package is broken. */
export async function askEngine(call: HookCall, engine: Engine, deps: ProcessDeps): Promise<string> {
  // Shell lines and edits use other functions.
  const moment = call.event === 'post-tool' && call.payload.includes('"Bash"') ? 'post-tool-shell' : call.event;
  const { exports, keepCode } = loadPart('hook-first.cjs', { engine, moment, env: deps.env });
  const text: string = await exports.answerCall(call, { ...deps, engine });
  keepCode(text !== '' || call.event === 'pre-tool');
  return text;
}

/** What to say where the package could not be asked. */
export function answerBrokenHook(input: HookInput, error: unknown, { env, now }: ProcessDeps): HookAnswer {
  const repository = findRepository(input.cwd);
  if (repository === undefined) return { kind: 'silent' };
  return answerFault(input, error, { repository, state: stateFolder(repository.commonDir, env), now });
}

/** What an agent's hook was told, in our shape; undefined where it concerns us not, or is nothing we know. */
export function parseCall({ agent, event, payload }: HookCall): HookInput | undefined {
  const speech = speechOf(agent);
  const known = hookEvents.find((one) => one === event);
  return speech === undefined || known === undefined ? undefined : speech.parse(known, payload);
}

/** An answer as the agent that called reads it; empty for silence. */
export function renderAnswer(input: HookInput, answer: HookAnswer): string {
  return speechOf(input.agent)?.render(input, answer) ?? '';
}

function speechOf(agent: string): AgentSpeech | undefined {
  const name = hookAgents.find((one) => one === agent);
  return name === undefined ? undefined : speeches[name];
}
