import { createMcpHandler } from '@modelcontextprotocol/server';
import { serverFactory } from './make-server.ts';
import type { McpPlace } from './mcp-place.ts';
import { callsOf } from './tools/running-calls.ts';

/** MCP over streamable HTTP, as a web-standard handler that any server can mount. */
export interface McpHttp {
  fetch(request: Request): Promise<Response>;
  /** Aborts what runs, and waits for it. */
  close(): Promise<void>;
}

/** Larger requests are refused. */
const maxRequestBodySize = 1024 * 1024;

/**
 * Answers MCP requests about one worktree. It lets anybody in: put `guard-request.ts` in front, or the guard that the server
 * around it has for all of its paths.
 */
export function mcpHttp(place: McpPlace): McpHttp {
  const calls = callsOf();
  const handler = createMcpHandler(serverFactory(place, calls), { maxRequestBodySize });
  return {
    fetch: (request) => handler.fetch(request),
    close: async () => {
      await handler.close();
      await calls.ended();
    },
  };
}
