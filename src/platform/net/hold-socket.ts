import fs from 'node:fs';
import path from 'node:path';
import { PlatformError } from '../errors.ts';
import { type HttpListener, localServer } from './local-server.ts';
import { withShortPath } from './short-socket-path.ts';

/** A unix socket that this process holds alone. */
export interface HeldSocket {
  /** False once it was removed, or another took its place. */
  isOurs(): boolean;
  close(graceMs: number): Promise<void>;
}

export interface SocketPlace {
  /** One that only we can enter. */
  folder: string;
  name: string;
  /** Whether somebody answers there now. */
  isTaken(): Promise<boolean>;
}

/**
 * Serves HTTP at a unix socket, or says that somebody does already (undefined). The socket is bound under a name of its own and
 * then linked to the one that is asked for, which one process alone can do; what a killed one left there is cleared away. Two that
 * clear away at once can both believe to hold it for a moment: then `isOurs` tells one of them that it does not.
 */
export async function holdSocket(listener: HttpListener, place: SocketPlace): Promise<HeldSocket | undefined> {
  const { folder, name } = place;
  removeLeftovers(folder, name);
  const server = localServer(listener);
  const own = `${name}.${process.pid}.${Math.random().toString(36).slice(2, 10)}`;
  await withShortPath(folder, own, (short) => server.listen({ path: short }));
  const file = path.join(folder, own);
  let isHeld = false;
  try {
    fs.chmodSync(file, 0o600);
    const { ino } = fs.lstatSync(file);
    isHeld = await take(file, place);
    return isHeld ? heldSocket(path.join(folder, name), ino, server) : undefined;
  } finally {
    fs.rmSync(file, { force: true });
    if (!isHeld) await server.close(0);
  }
}

function heldSocket(file: string, ino: number, server: ReturnType<typeof localServer>): HeldSocket {
  const isOurs = () => fs.lstatSync(file, { throwIfNoEntry: false })?.ino === ino;
  return {
    isOurs,
    close: async (graceMs) => {
      if (isOurs()) fs.rmSync(file, { force: true }); // Node would remove the name it was bound under, which is gone
      await server.close(graceMs);
    },
  };
}

const mostTries = 5;

async function take(own: string, { folder, name, isTaken }: SocketPlace): Promise<boolean> {
  const wanted = path.join(folder, name);
  for (let tries = 0; tries < mostTries; tries++) {
    if (linked(own, wanted)) return true;
    if (await isTaken()) return false;
    fs.rmSync(wanted, { force: true });
  }
  throw new PlatformError(`${wanted} cannot be held: others take it again and again.`, {
    code: 'socket-contended',
    facts: { file: wanted },
    fix: 'Try again in a moment.',
  });
}

function linked(own: string, wanted: string): boolean {
  try {
    fs.linkSync(own, wanted);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

/** Of processes that were killed between binding and linking. */
function removeLeftovers(folder: string, name: string): void {
  for (const entry of fs.readdirSync(folder)) {
    const pid = entry.startsWith(`${name}.`) ? Number(entry.slice(name.length + 1).split('.')[0]) : Number.NaN;
    if (Number.isInteger(pid) && !isAlive(pid)) fs.rmSync(path.join(folder, entry), { force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'; // another user's
  }
}
