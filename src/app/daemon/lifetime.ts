import { monotonicMs } from '#kernel/clock.ts';
import type { HeldSocket } from '#platform/net/hold-socket.ts';
import { readStamp } from '#platform/stamps/file-stamp.ts';
import type { WarmEngine } from './warm-engine.ts';

/** Why a daemon ends, as a person reads it. */
export type EndReason =
  | 'nobody asked for a while'
  | 'it was asked to'
  | 'the repository is gone'
  | 'another took its place'
  | 'another version is in use'
  | 'the harness wants none';

/** What a daemon looks at now and then. */
export interface Watched {
  /** Real path of the git folder that all worktrees share. */
  commonDir: string;
  socket: HeldSocket;
  engine: WarmEngine;
  idleMs: number;
  /** Called at each look. */
  onLook(): void;
}

const lookEveryMs = 1000;

/** After so long without an answered call, one that belongs to another install shows that this one is no longer wanted. */
const leavingMs = 60_000;

/** How long a daemon stays: until somebody ends it, or one of its looks around does. */
export function lifetime() {
  let servedAtMs = monotonicMs();
  let served = 0;
  let why: EndReason | undefined;
  let wake = () => {};
  const end = (reason: EndReason) => {
    why ??= reason;
    wake();
  };
  return {
    end,
    served: () => {
      servedAtMs = monotonicMs();
      served++;
    },
    refused: () => {
      if (served === 0 || monotonicMs() - servedAtMs > leavingMs) end('another version is in use');
    },
    /** Resolves when it is over; what cancels it throws. */
    over: (watched: Watched, signal: AbortSignal) =>
      new Promise<EndReason>((resolve, reject) => {
        const look = () => {
          why ??= lookAround(watched, monotonicMs() - servedAtMs);
          if (why === undefined && !signal.aborted) return watched.onLook();
          clearInterval(timer);
          signal.removeEventListener('abort', look);
          if (why === undefined) reject(signal.reason);
          else resolve(why);
        };
        const timer = setInterval(look, lookEveryMs);
        signal.addEventListener('abort', look);
        wake = look;
        look();
      }),
  };
}

/** Undefined while there is reason to stay. */
function lookAround({ commonDir, engine, idleMs, socket }: Watched, idleForMs: number): EndReason | undefined {
  if (readStamp(commonDir) === undefined) return 'the repository is gone';
  if (!socket.isOurs()) return 'another took its place';
  if (!engine.isInstalled()) return 'another version is in use';
  return idleForMs > idleMs ? 'nobody asked for a while' : undefined;
}
