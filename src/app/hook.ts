import type { HookAnswer, HookInput } from '#kernel/records/hook.ts';
import { findRepository } from '#platform/git/find-repository.ts';
import { type Engine, findEngine } from '#platform/install/find-engine.ts';
import { stateFolder } from '#platform/state/state-folder.ts';
import { answerFault } from './hook/answer-fault.ts';
import { bundledParts } from './hook/bundled-parts.ts';
import type { HookParts } from './hook/hook-parts.ts';

export interface HookDeps {
  env: Record<string, string | undefined>;
  /** Milliseconds since the Unix epoch. */
  now: number;
  /** The package that answers; by default the one that serves the repository. */
  engine?: Engine;
  /** The parts of it that do the work; by default the bundles in the engine's `dist` folder. */
  parts?: HookParts;
}

/**
 * What to say to an agent at a moment. Outside a repository with a harness, and where no engine is installed, it keeps
 * silent. A fault of ours never stops an agent: it goes to the spool, and the answer is silence, unless a guardrail
 * asked to fail closed.
 */
export async function answerHook(input: HookInput, deps: HookDeps): Promise<HookAnswer> {
  const repository = findRepository(input.cwd);
  const engine = deps.engine ?? (repository && findEngine(repository.root, deps.env));
  if (repository === undefined || engine === undefined) return { kind: 'silent' };
  const state = stateFolder(repository.commonDir, deps.env);
  const parts = deps.parts ?? bundledParts(engine, state);
  const place = { repository, engine, state, parts, now: deps.now };
  try {
    return await parts.first(input, place);
  } catch (error) {
    return answerFault(input, error, place);
  }
}
