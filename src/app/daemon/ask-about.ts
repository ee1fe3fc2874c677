import { type DaemonAbout, daemonAboutSchema } from '#kernel/records/daemon-about.ts';
import { askSocket } from '#platform/net/ask-socket.ts';
import { hasSocket } from '#platform/net/has-socket.ts';
import { daemonSocket } from '../hook/daemon-place.ts';

export type DaemonState =
  | { kind: 'none' }
  | { kind: 'running'; about: DaemonAbout }
  /** There is a socket, and nobody who answers at it as a daemon does. */
  | { kind: 'silent' };

const timeoutMs = 2000;

/** Who answers in a repository's state folder. */
export async function askAbout(state: string): Promise<DaemonState> {
  if (!hasSocket(state, daemonSocket)) return { kind: 'none' };
  const answer = await askSocket({ folder: state, name: daemonSocket, what: 'GET /version', timeoutMs });
  const about = answer?.status === 200 ? daemonAboutSchema.safeParse(parse(answer.body)) : undefined;
  return about?.success === true ? { kind: 'running', about: about.data } : { kind: 'silent' };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
