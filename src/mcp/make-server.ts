import { McpServer, type McpServerFactory } from '@modelcontextprotocol/server';
import type { McpPlace } from './mcp-place.ts';
import { registerAsk } from './tools/ask-tool.ts';
import { registerCheck } from './tools/check-tool.ts';
import { registerGround } from './tools/ground-tool.ts';
import { registerGuidance } from './tools/guidance-tool.ts';
import { callsOf, type RunningCalls } from './tools/running-calls.ts';

const instructions =
  'The harness of this repository. `ground` a task before you plan it, ask for `guidance` on files before you change them, `check` what you changed before you say that you are done, and mend what it finds. What only a person can know or decide: `ask`.';

/** Makes a server for each connection (over HTTP: for each request). All calls that run are in `calls`, so that they can be waited for. */
export function serverFactory(place: McpPlace, calls: RunningCalls = callsOf()): McpServerFactory {
  return () => {
    const server = new McpServer({ name: 'tackroom', title: 'Tackroom', version: place.version }, { instructions });
    const about = { place, server, calls };
    registerGround(about);
    registerGuidance(about);
    registerCheck(about);
    registerAsk(about);
    return server;
  };
}
