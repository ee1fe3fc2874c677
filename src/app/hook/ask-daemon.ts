import type { HookCall } from '#kernel/records/hook.ts';
import type { Engine } from '#platform/install/find-engine.ts';
import { askSocket } from '#platform/net/ask-socket.ts';
import { hasSocket } from '#platform/net/has-socket.ts';
import { daemonSocket } from './daemon-place.ts';

/** The heaviest looks take 1.5 s; after that an agent waits for two answers instead of one. */
const timeoutMs = 2000;

export interface Asked {
  /** False where there is no daemon to be seen. */
  tried: boolean;
  /** Undefined where there is none, and where it is late, leaving, or of another install. */
  text?: string;
}

/** What the repository's daemon answers. */
export async function askDaemon(
  { agent, event, payload }: HookCall,
  { call, engine, state }: { call: string; engine: Engine; state: string },
): Promise<Asked> {
  if (!hasSocket(state, daemonSocket)) return { tried: false };
  const what = `POST /hook/${encodeURIComponent(agent)}/${encodeURIComponent(event)}`;
  const headers = { 'tackroom-call': call, 'tackroom-engine': encodeURIComponent(engine.stamp) };
  const answer = await askSocket({ folder: state, name: daemonSocket, what, headers, body: payload, timeoutMs });
  if (answer?.status === 204) return { tried: true, text: '' };
  return answer?.status === 200 ? { tried: true, text: answer.body } : { tried: true };
}
