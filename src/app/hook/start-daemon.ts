import path from 'node:path';
import type { HookInput } from '#kernel/records/hook.ts';
import type { Repository } from '#platform/git/find-repository.ts';
import type { Engine } from '#platform/install/find-engine.ts';
import { hasSocket } from '#platform/net/has-socket.ts';
import { startDetached } from '#platform/process/start-detached.ts';
import { readStamp } from '#platform/stamps/file-stamp.ts';
import { writeState } from '#platform/state/state-file.ts';
import { daemonSocket, startMark } from './daemon-place.ts';
import { lastHookRules } from './rules-file.ts';

export interface DaemonStart {
  repository: Repository;
  engine: Engine;
  state: string;
  env: Readonly<Record<string, string | undefined>>;
  /** Milliseconds since the Unix epoch. */
  now: number;
}

/** A daemon that ends as soon as it is started must not be started at every call. */
const pauseMs = 60_000;

/**
 * Sets a daemon off for the calls to come, where a person begins something and there is none, or where the one there was did not
 * answer. The call that does so has been answered, and waits for nothing.
 */
export function startDaemon(input: Pick<HookInput, 'event'>, failed: boolean, start: DaemonStart): void {
  const { engine, env, now, repository, state } = start;
  const begins = input.event === 'session-start' || input.event === 'prompt';
  if (!failed && (!begins || hasSocket(state, daemonSocket))) return;
  const mark = startMark(state);
  if (now - (readStamp(mark)?.mtimeMs ?? 0) < pauseMs) return;
  const rules = lastHookRules(state, repository.root);
  if (rules === undefined || rules.settings.daemon === false) return;
  writeState(mark, '');
  const command = [process.execPath, path.join(engine.folder, 'bin', 'tackroom'), 'serve', '--foreground'];
  startDetached(command, { cwd: repository.root, env: daemonEnvironment(env) });
}

/** What an agent has in its environment (keys of its provider, tokens) is no business of a process that outlives it. */
export function daemonEnvironment(env: DaemonStart['env']): Record<string, string> {
  const kept =
    /^(?:PATH|HOME|USER|LOGNAME|LANG|LC_\w+|TZ|TMPDIR|XDG_(?:STATE|DATA|CACHE|CONFIG|RUNTIME)_\w+|TACKROOM_NODE|NODE_COMPILE_CACHE)$/;
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value !== undefined && kept.test(name) ? [[name, value]] : [])),
  );
}
