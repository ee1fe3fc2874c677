import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { DaemonAbout } from '#kernel/records/daemon-about.ts';
import { findOwnPackage } from '#platform/install/own-package.ts';
import { askSocket } from '#platform/net/ask-socket.ts';
import { startDetached } from '#platform/process/start-detached.ts';
import { stateFolder } from '#platform/state/state-folder.ts';
import { daemonSocket } from '../hook/daemon-place.ts';
import { daemonEnvironment } from '../hook/start-daemon.ts';
import { requireRepository } from '../setup/require-repository.ts';
import { askAbout, type DaemonState } from './ask-about.ts';
import { DaemonError } from './errors.ts';

type Environment = Readonly<Record<string, string | undefined>>;

interface Place {
  cwd: string;
  env: Environment;
}

/** Who answers the hooks of the repository around a folder. */
export function daemonState({ cwd, env }: Place): Promise<DaemonState> {
  return askAbout(stateOf(cwd, env));
}

const readyWithinMs = 20_000;
const lookEveryMs = 50;

/** Starts a daemon that outlives us, and waits until it answers; one that runs already is as good. `options` are handed on. */
export async function startDetachedDaemon({ cwd, env }: Place, options: readonly string[], signal: AbortSignal): Promise<DaemonAbout> {
  const state = stateOf(cwd, env);
  const known = await askAbout(state);
  if (known.kind === 'running') return known.about;
  const program = path.join(findOwnPackage(import.meta.url).folder, 'bin', 'tackroom');
  startDetached([process.execPath, program, 'serve', '--foreground', ...options], { cwd, env: daemonEnvironment(env) });
  for (let waitedMs = 0; waitedMs < readyWithinMs; waitedMs += lookEveryMs) {
    await wait(lookEveryMs, undefined, { signal });
    const begun = await askAbout(state);
    if (begun.kind === 'running') return begun.about;
  }
  throw new DaemonError(`The daemon did not answer within ${readyWithinMs / 1000} s.`, {
    code: 'not-started',
    fix: 'Run `tackroom serve --foreground` to see why.',
  });
}

const goneWithinMs = 5000;

/** Ends the daemon; the answer is what there was before. */
export async function stopDaemon({ cwd, env }: Place, signal: AbortSignal): Promise<DaemonState> {
  const state = stateOf(cwd, env);
  const known = await askAbout(state);
  if (known.kind !== 'running') return known;
  await askSocket({ folder: state, name: daemonSocket, what: 'POST /stop', timeoutMs: 2000 });
  for (let waitedMs = 0; waitedMs < goneWithinMs; waitedMs += lookEveryMs) {
    if ((await askAbout(state)).kind === 'none') return known;
    await wait(lookEveryMs, undefined, { signal });
  }
  throw new DaemonError(`The daemon (process ${known.about.pid}) was asked to end and did not within ${goneWithinMs / 1000} s.`, {
    code: 'not-stopped',
    fix: `Run \`kill ${known.about.pid}\`.`,
  });
}

function stateOf(cwd: string, env: Environment): string {
  return stateFolder(requireRepository(cwd).commonDir, env);
}
