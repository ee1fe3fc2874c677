import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { DaemonCore } from '#app/daemon.ts';
import { hookRoute } from './hook-route.ts';

/** A part of the product that answers web requests under a path of its own. */
export type Mounted = (request: Request) => Response | Promise<Response>;

export interface RoutesDeps {
  core: DaemonCore;
  /** What else speaks here: path such as `/mcp` to what answers below it. The dashboard and its API will stand here too. */
  mounts: Readonly<Record<string, Mounted>>;
}

/** A payload holds what a tool has read or written; a longer one is answered by the hook itself. */
const maxBodyBytes = 32 * 1024 * 1024;

/** What the daemon answers to whoever may ask it. */
export function routes({ core, mounts }: RoutesDeps): Hono {
  const app = new Hono();
  app.use(bodyLimit({ maxSize: maxBodyBytes, onError: (context) => context.json({ error: 'The body is too long.' }, 413) }));
  app.get('/health', (context) => context.json({ ok: true }));
  app.get('/version', (context) => context.json(core.about));
  app.post('/hook/:agent/:event', hookRoute(core));
  for (const [path, answer] of Object.entries(mounts)) {
    app.all(path, ({ req }) => answer(req.raw));
    app.all(`${path}/*`, ({ req }) => answer(req.raw));
  }
  app.notFound((context) => context.json({ error: 'There is nothing here.' }, 404));
  app.onError((_, context) => context.json({ error: 'The daemon failed at this. The hook answers by itself.' }, 500));
  return app;
}
