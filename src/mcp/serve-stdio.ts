import { Readable, Writable } from 'node:stream';
import { StdioServerTransport, serveStdio } from '@modelcontextprotocol/server/stdio';
import { serverFactory } from './make-server.ts';
import type { McpPlace } from './mcp-place.ts';
import { callsOf } from './tools/running-calls.ts';

export interface StdioStreams {
  stdin: NodeJS.ReadableStream;
  /** Nothing but the protocol goes there. */
  write(text: string): void;
  /** Hears of what went wrong with the connection itself. */
  onFault(error: Error): void;
}

/**
 * Serves one MCP client over standard input and output, until it closes its end or `signal` aborts. What still runs then is
 * aborted, and waited for.
 */
export async function serveOverStdio(place: McpPlace, { stdin, write, onFault }: StdioStreams, signal: AbortSignal): Promise<void> {
  const calls = callsOf();
  const transport = new StdioServerTransport(toReadable(stdin), toWritable(write));
  const handle = serveStdio(serverFactory(place, calls), { transport, onerror: onFault });
  await new Promise<void>((resolve) => {
    const close = transport.onclose;
    transport.onclose = () => {
      close?.();
      resolve();
    };
    const stop = () => handle.close().then(resolve, resolve);
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
  await handle.close();
  await calls.ended();
}

function toReadable(stream: NodeJS.ReadableStream): Readable {
  return stream instanceof Readable ? stream : new Readable().wrap(stream);
}

function toWritable(write: (text: string) => void): Writable {
  return new Writable({
    decodeStrings: false,
    write: (chunk: Buffer | string, _encoding, done) => {
      write(typeof chunk === 'string' ? chunk : chunk.toString('utf8'));
      done();
    },
  });
}
