import { createRequire } from 'node:module';
import { withShortPath } from './short-socket-path.ts';

/** Loaded on first use: a hook whose repository has no daemon does not pay for it. */
const load = createRequire(import.meta.url);

export interface SocketQuestion {
  folder: string;
  /** Of the socket in the folder. */
  name: string;
  /** Such as `GET /version`. */
  what: string;
  headers?: Readonly<Record<string, string>>;
  body?: string;
  /** For all of it. */
  timeoutMs: number;
}

export interface SocketAnswer {
  status: number;
  body: string;
}

/** An answer longer than that is none of ours. */
const maxBytes = 4 * 1024 * 1024;

/**
 * Asks a server behind a unix socket one thing in HTTP. Undefined where nobody answers, not in time, not to the end, or not in
 * HTTP. By hand, since loading `node:http` takes a hook longer than the daemon takes to answer.
 */
export function askSocket({ folder, name, timeoutMs, ...question }: SocketQuestion): Promise<SocketAnswer | undefined> {
  const { connect }: typeof import('node:net') = load('node:net');
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    let socket: import('node:net').Socket | undefined;
    const end = (answer: SocketAnswer | undefined) => {
      clearTimeout(timer);
      socket?.destroy();
      resolve(answer);
    };
    const timer = setTimeout(() => end(undefined), timeoutMs);
    try {
      socket = withShortPath(folder, name, (path) => connect({ path }));
    } catch {
      return end(undefined); // the folder is gone
    }
    socket.on('error', () => end(undefined));
    socket.on('data', (chunk) => {
      chunks.push(chunk);
      bytes += chunk.length;
      if (bytes > maxBytes) end(undefined);
    });
    socket.on('end', () => end(parseAnswer(Buffer.concat(chunks))));
    socket.write(request(question));
  });
}

function request({ what, headers = {}, body = '' }: Pick<SocketQuestion, 'what' | 'headers' | 'body'>): string {
  const all = { host: 'localhost', connection: 'close', 'content-length': String(Buffer.byteLength(body)), ...headers };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return `${what} HTTP/1.1\r\n${lines.join('')}\r\n${body}`;
}

/** Only what says how long it is can be told from half an answer. */
function parseAnswer(bytes: Buffer): SocketAnswer | undefined {
  const end = bytes.indexOf('\r\n\r\n');
  const head = bytes.toString('latin1', 0, Math.max(end, 0));
  const status = Number(/^HTTP\/1\.1 (\d{3})\b/.exec(head)?.[1]);
  if (Number.isNaN(status)) return undefined;
  const body = bytes.subarray(end + 4);
  const length = status === 204 ? 0 : Number(/^content-length: *(\d+)$/im.exec(head)?.[1]);
  return body.length === length ? { status, body: body.toString('utf8') } : undefined;
}
