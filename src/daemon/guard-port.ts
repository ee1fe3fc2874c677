import { createHash, timingSafeEqual } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';

/**
 * Lets in who knows the token. A port of this machine is reached by every program on it, and through a browser by every web page: a
 * page that has its own name lead to 127.0.0.1 still sends that name as `Host`, and a page elsewhere sends where it is from as `Origin`.
 */
export function guardPort({ port, token }: { port: number; token: string }): MiddlewareHandler {
  const hosts = new Set([`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`]);
  const wanted = digest(`Bearer ${token}`);
  return async (context, next) => {
    const origin = context.req.header('origin');
    if (!hosts.has(context.req.header('host') ?? '')) return context.json({ error: 'This host is not served here.' }, 421);
    if (origin !== undefined && !isOwn(origin, hosts)) return context.json({ error: 'Pages from elsewhere may not ask here.' }, 403);
    const given = digest(context.req.header('authorization') ?? '');
    if (!timingSafeEqual(given, wanted) && context.req.path !== '/health')
      return context.json({ error: 'The token is missing or wrong.' }, 401);
    await next();
  };
}

function isOwn(origin: string, hosts: ReadonlySet<string>): boolean {
  return origin.startsWith('http://') && hosts.has(origin.slice('http://'.length));
}

/** What is compared has one length, whatever was given. */
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
