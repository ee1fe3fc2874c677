import type { CallToolResult, McpServer, ServerContext } from '@modelcontextprotocol/server';
import { flow } from '#app/flow.ts';
import { TackroomError } from '#kernel/errors.ts';
import type { McpPlace } from '../mcp-place.ts';
import type { RunningCalls } from './running-calls.ts';

/** What a tool is registered with. */
export interface ToolAbout {
  place: McpPlace;
  server: McpServer;
  calls: RunningCalls;
}

/** What a tool says: in an agent's words, and as data. */
export interface Said {
  text: string;
  data: Record<string, unknown>;
}

/** One call of a tool: `root` is the worktree, `call` what a person types to call us there. */
export interface ToolCall {
  root: string;
  call: string;
  signal: AbortSignal;
}

/** Runs a tool. Whatever goes wrong is what the tool says: the agent reads it and knows what to do next, and the server goes on. */
export function answerCall(about: ToolAbout, context: ServerContext, act: (call: ToolCall) => Promise<Said>): Promise<CallToolResult> {
  const answered = answer(about, context, act);
  about.calls.add(answered);
  return answered;
}

async function answer(
  { place, server }: ToolAbout,
  context: ServerContext,
  act: (call: ToolCall) => Promise<Said>,
): Promise<CallToolResult> {
  const signal = signalOf(context);
  try {
    const root = await rootOf(place, server, context);
    const { callName } = await flow.callName();
    const { text, data } = await act({ root, call: callName(root, place.env), signal });
    return { content: [{ type: 'text', text }], structuredContent: data };
  } catch (error) {
    return { content: [{ type: 'text', text: signal.aborted ? 'Cancelled.' : explain(error) }], isError: true };
  }
}

/** Over HTTP a client that hangs up has cancelled, too. */
function signalOf({ mcpReq, http }: ServerContext): AbortSignal {
  const request = http?.req?.signal;
  return request === undefined ? mcpReq.signal : AbortSignal.any([mcpReq.signal, request]);
}

/** A client that does not say its roots in time is one without. */
const rootsTimeoutMs = 2_000;

/** Clients of before 2026 may offer roots; over HTTP, where the place is the server's own, they are not asked. */
async function rootOf(place: McpPlace, server: McpServer, { http }: ServerContext): Promise<string> {
  const { mcpRoot } = await flow.mcp();
  const offers = http === undefined && server.server.getClientCapabilities()?.roots !== undefined;
  return mcpRoot(place.cwd, offers ? await askRoots(server) : []);
}

async function askRoots(server: McpServer): Promise<string[]> {
  try {
    const { roots } = await server.server.listRoots({}, { timeout: rootsTimeoutMs });
    return roots.map(({ uri }) => uri);
  } catch {
    return []; // it says that it has some, and does not tell them
  }
}

function explain(error: unknown): string {
  if (error instanceof TackroomError) return [error.message, ...(error.fix === undefined ? [] : [error.fix])].join('\n');
  const what = error instanceof Error ? error.message : String(error);
  return `A fault of Tackroom itself: ${what}\nGo on without it, and say so in your answer.`;
}
