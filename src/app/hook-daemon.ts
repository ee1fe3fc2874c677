import type { HookCall, HookInput } from '#kernel/records/hook.ts';
import { findRepository } from '#platform/git/find-repository.ts';
import type { Engine } from '#platform/install/find-engine.ts';
import { stateFolder } from '#platform/state/state-folder.ts';
import { askDaemon } from './hook/ask-daemon.ts';
import { startDaemon } from './hook/start-daemon.ts';
import { wantsDaemon } from './hook/wants-daemon.ts';

/** What a hook's own process knows of itself. */
export interface HookProcess {
  env: Readonly<Record<string, string | undefined>>;
  /** Milliseconds since the Unix epoch. */
  now: number;
  /** The package that would answer in this process. */
  engine: Engine;
  /** Names the call, for the daemon and for this process should that be cut off. */
  call: string;
}

/** The daemon as a hook's own process sees it. */
export interface NearDaemon {
  /** Undefined where the answer has to be made here. */
  ask(): Promise<string | undefined>;
  /** Sets one off for the calls to come, where there should be one. */
  start(): void;
}

/** Undefined where no daemon is wanted, and outside a repository. */
export function nearDaemon(call: HookCall, input: HookInput, { call: id, engine, env, now }: HookProcess): NearDaemon | undefined {
  const repository = wantsDaemon(env) ? findRepository(input.cwd) : undefined;
  if (repository === undefined) return undefined;
  const state = stateFolder(repository.commonDir, env);
  // The shell line has asked it, in vain, before it started this process.
  let failed = env.TACKROOM_CALL !== undefined;
  return {
    ask: async () => {
      if (failed) return undefined;
      const { tried, text } = await askDaemon(call, { call: id, engine, state });
      failed = tried && text === undefined;
      return text;
    },
    start: () => {
      try {
        startDaemon(input, failed, { repository, engine, env, now, state });
      } catch {
        // the call has been answered; the next one starts as this one did
      }
    },
  };
}
