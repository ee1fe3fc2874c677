import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { type DaemonCore, type DaemonRequest, type DaemonRun, type DaemonVoices, runDaemon } from '#app/daemon.ts';
import { guardPort } from './guard-port.ts';
import { type Mounted, routes } from './routes.ts';

/** The daemon in this process, until it ends. `mounts`: what else answers beside the hooks, by path. */
export function serve(request: DaemonRequest, mounts: Readonly<Record<string, Mounted>>, signal: AbortSignal): Promise<DaemonRun> {
  return runDaemon(request, (core) => voices(core, mounts), signal);
}

function voices(core: DaemonCore, mounts: Readonly<Record<string, Mounted>>): DaemonVoices {
  const open = routes({ core, mounts });
  const { port } = core.about;
  const guarded = new Hono().use(guardPort({ port, token: core.token })).route('/', open);
  const atSocket = new Hono().route('/', open);
  atSocket.post('/stop', (context) => {
    core.end();
    return context.json({ ok: true });
  });
  return { socket: listener(atSocket), port: listener(guarded) };
}

/** Node's own `Request` stays as it is: who embeds us may count on it. */
function listener(app: Hono) {
  return getRequestListener(app.fetch, { overrideGlobalObjects: false });
}
