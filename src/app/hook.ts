import type { HookAnswer, HookInput } from '#kernel/records/hook.ts';
import { findRepository } from '#platform/git/find-repository.ts';
import type { Engine } from '#platform/install/find-engine.ts';
import { stateFolder } from '#platform/state/state-folder.ts';
import { answerFault } from './hook/answer-fault.ts';
import { answer } from './hook/answer-first.ts';
import { bundledParts } from './hook/bundled-parts.ts';
import type { HookParts } from './hook/hook-parts.ts';

export interface HookDeps {
  env: Record<string, string | undefined>;
  /** Milliseconds since the Unix epoch. */
  now: number;
  /** The package that answers. */
  engine: Engine;
  /** The parts of it that do the work; by default the bundles in its `dist` folder. */
  parts?: HookParts;
}

/**
 * What to say to an agent at a moment. Outside a repository with a harness it keeps silent. A fault of ours never stops
 * an agent: it goes to the spool, and the answer is silence, unless a guardrail asked to fail closed.
 */
export async function answerHook(input: HookInput, { engine, env, now, parts }: HookDeps): Promise<HookAnswer> {
  const repository = findRepository(input.cwd);
  if (repository === undefined) return { kind: 'silent' };
  const place = { repository, engine, now, state: stateFolder(repository.commonDir, env), parts: parts ?? bundledParts(engine, env) };
  try {
    return await answer(input, place);
  } catch (error) {
    return answerFault(input, error, place);
  }
}
