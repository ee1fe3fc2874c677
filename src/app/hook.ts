import type { HookAnswer, HookInput } from '#kernel/records/hook.ts';
import { findRepository, type Repository } from '#platform/git/find-repository.ts';
import type { Engine } from '#platform/install/find-engine.ts';
import { stateFolder } from '#platform/state/state-folder.ts';
import { answerFault } from './hook/answer-fault.ts';
import { answer } from './hook/answer-first.ts';
import { bundledParts } from './hook/bundled-parts.ts';
import type { HookMemory, HookParts } from './hook/hook-parts.ts';

export interface HookDeps {
  env: Readonly<Record<string, string | undefined>>;
  /** Milliseconds since the Unix epoch. */
  now: number;
  /** The package that answers, or what tells it by where a call comes from, and throws where that is not this process's business. */
  engine: Engine | ((repository: Repository | undefined) => Engine);
  /** The parts of it that do the work; by default the bundles in its `dist` folder. */
  parts?: HookParts;
  /** Tells this call from others of its kind, and is the same for a second attempt at it; by default one of its own. */
  call?: string;
  /** Where the process answers more than one call. */
  memory?: HookMemory;
}

/**
 * What to say to an agent at a moment. Outside a repository with a harness it keeps silent. A fault of ours never stops
 * an agent: it goes to the spool, and the answer is silence, unless a guardrail asked to fail closed.
 */
export async function answerHook(input: HookInput, deps: HookDeps): Promise<HookAnswer> {
  const { env, now, memory, call = `${process.pid}.${++calls}` } = deps;
  const repository = findRepository(input.cwd);
  const engine = typeof deps.engine === 'function' ? deps.engine(repository) : deps.engine;
  if (repository === undefined) return { kind: 'silent' };
  const parts = deps.parts ?? bundledParts(engine, env);
  const state = stateFolder(repository.commonDir, env);
  const place = { repository, engine, now, state, parts, memory, env, call: callId(input, call) };
  try {
    return await answer(input, place);
  } catch (error) {
    return answerFault(input, error, place);
  }
}

let calls = 0;

/** The number of a process comes again in a long session, seldom at the same moment. */
function callId(input: HookInput, call: string): string {
  return 'toolUseId' in input ? `${input.event}:${input.toolUseId}:${call}` : `${input.event}:${call}`;
}
