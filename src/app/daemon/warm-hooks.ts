import type { HookCall } from '#kernel/records/hook.ts';
import type { Repository } from '#platform/git/find-repository.ts';
import type { HookDeps } from '../hook.ts';
import { ownEngine } from '../own-engine.ts';
import { NotOursError } from './errors.ts';
import type { WarmEngine } from './warm-engine.ts';

/** What a hook's own process would say to a call, in the agent's shape. */
export type AnswerCall = (call: HookCall, deps: HookDeps) => Promise<string>;

export interface WarmCall extends HookCall {
  /** Names the call for a second attempt at it, should this one be cut off. */
  id: string;
  /** Stamp of the package that whoever asks would use himself; absent where he cannot tell. */
  engine?: string | undefined;
}

export type WarmAnswer = { kind: 'answered'; text: string } | { kind: 'refused'; message: string };

export interface WarmHooksDeps {
  env: Readonly<Record<string, string | undefined>>;
  /** Real path of the git folder whose worktrees are served. */
  commonDir: string;
  engine: WarmEngine;
  answer: AnswerCall;
  now(): number;
  /** Called with the worktree that an answered call came from, and whether its harness wants a daemon. */
  onServed(root: string, wanted: boolean): void;
  /** Called when a call is another process's to answer. */
  onRefused(): void;
}

/**
 * Answers hooks one after the other with everything loaded: most of their work does not wait for anything, and what does (git) holds
 * this process as it would a hook's own. Whoever has given up by his turn is passed over, for he has answered himself.
 */
export function warmHooks(deps: WarmHooksDeps): (call: WarmCall, signal: AbortSignal) => Promise<WarmAnswer> {
  const kept = { memory: { rules: new Map(), guidance: new Map() }, parts: ownEngine().parts };
  let last: Promise<unknown> = Promise.resolve();
  return (call, signal) => {
    const turn = last.then(() => (signal.aborted ? givenUp : answerInTurn(call, kept, deps)));
    last = turn.then(next, next); // whoever asked is told of what failed
    return turn;
  };
}

function next(): void {}

/** What all calls have in common. */
type Kept = Required<Pick<HookDeps, 'memory' | 'parts'>>;

const givenUp: WarmAnswer = { kind: 'refused', message: 'Nobody waits for this answer any more.' };

async function answerInTurn({ id, engine, ...call }: WarmCall, kept: Kept, deps: WarmHooksDeps): Promise<WarmAnswer> {
  const { answer, env, onServed } = deps;
  let root: string | undefined;
  const admit = (repository: Repository | undefined) => {
    const found = servingEngine(repository, engine, deps);
    root = repository?.root;
    return found;
  };
  try {
    const text = await answer(call, { env, now: deps.now(), engine: admit, call: id, ...kept });
    if (root !== undefined) onServed(root, kept.memory.rules.get(root)?.settings.daemon !== false);
    return { kind: 'answered', text };
  } catch (error) {
    if (!(error instanceof NotOursError)) throw error;
    deps.onRefused();
    return { kind: 'refused', message: error.message };
  }
}

/** Throws where another process has to answer. */
function servingEngine(repository: Repository | undefined, asked: string | undefined, { commonDir, engine }: WarmHooksDeps) {
  if (repository?.commonDir !== commonDir)
    throw new NotOursError(`This daemon serves the worktrees of ${commonDir}, and no others.`, { code: 'other-repository' });
  const found = engine.servesAt(repository.root);
  if (asked !== undefined && asked !== found.stamp)
    throw new NotOursError(`The hook that asks is of another install than this daemon finds for ${repository.root}.`, {
      code: 'other-stamp',
    });
  return found;
}
