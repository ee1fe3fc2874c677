import { type ServerType, serve } from '@hono/node-server';
import { MisuseError } from '#kernel/errors.ts';
import { guardRequest } from './guard-request.ts';
import { mcpHttp } from './http-handler.ts';
import type { McpPlace } from './mcp-place.ts';

export interface HttpOptions {
  /** 0: one that is free. */
  port: number;
  token: string;
  onListening(url: string): void;
}

/** Serves MCP on loopback, and nowhere else, until `signal` aborts. */
export async function serveOverHttp(place: McpPlace, options: HttpOptions, signal: AbortSignal): Promise<void> {
  const mcp = mcpHttp(place);
  try {
    await listen(mcp.fetch, options, signal);
  } finally {
    await mcp.close();
  }
}

function listen(answer: (request: Request) => Promise<Response>, options: HttpOptions, signal: AbortSignal): Promise<void> {
  const { port, token, onListening } = options;
  const fetch = (request: Request) => {
    if (new URL(request.url).pathname !== '/mcp') return new Response('Not found: MCP is at /mcp.\n', { status: 404 });
    return guardRequest(request, token) ?? answer(request);
  };
  return new Promise((resolve, reject) => {
    const server = serve({ fetch, port, hostname: '127.0.0.1' }, (address) => onListening(`http://127.0.0.1:${address.port}/mcp`));
    server.once('error', (error) => reject(portError(error, port)));
    server.once('close', resolve);
    if (signal.aborted) close(server);
    else signal.addEventListener('abort', () => close(server), { once: true });
  });
}

function close(server: ServerType): void {
  server.close();
  if ('closeAllConnections' in server) server.closeAllConnections();
}

function portError(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code !== 'EADDRINUSE' && error.code !== 'EACCES') return error;
  return new MisuseError(`Port ${port} ${error.code === 'EACCES' ? 'may not be used' : 'is in use'}.`, {
    code: 'port-taken',
    facts: { port },
    fix: 'Choose another with --port, or leave it out: then one that is free is taken.',
    cause: error,
  });
}
