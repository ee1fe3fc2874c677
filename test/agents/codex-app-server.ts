import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import * as z from 'zod';
import { codexBinary, codexEnvironment } from './codex-home.ts';
import type { World } from './world.ts';

const messageSchema = z.object({
  id: z.number().optional(),
  method: z.string().optional(),
  params: z.record(z.string(), z.unknown()).optional(),
  result: z.unknown().optional(),
  error: z.object({ message: z.string() }).optional(),
});
type Message = z.infer<typeof messageSchema>;

interface Waiter {
  wants(message: Message): boolean;
  resolve(message: Message): void;
  reject(error: Error): void;
}

const guardMs = 60_000;

/** A `codex app-server` on a pipe: one JSON message a line in both directions. */
export class CodexAppServer {
  readonly #world: World;
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #waiters = new Set<Waiter>();
  readonly #exit: Promise<void>;
  #lastId = 0;

  private constructor(world: World) {
    this.#world = world;
    const env = { ...world.env, ...codexEnvironment(world) };
    this.#child = spawn(codexBinary, ['app-server'], { cwd: world.root, env, detached: true });
    this.#exit = new Promise((resolve) => this.#child.once('close', () => resolve()));
    this.#child.once('close', () => this.#fail(new Error('codex app-server ended')));
    this.#child.stderr.on('data', (text) => world.log.push(`app-server: ${text}`));
    this.#child.stdin.on('error', () => {}); // told by `close`
    createInterface({ input: this.#child.stdout }).on('line', (line) => this.#receive(line));
  }

  static async start(world: World): Promise<CodexAppServer> {
    const server = new CodexAppServer(world);
    const clientInfo = { name: 'tackroom-test', title: null, version: '0' };
    await server.request('initialize', { clientInfo, capabilities: { experimentalApi: true, requestAttestation: false } });
    server.#send({ method: 'initialized' });
    return server;
  }

  async request(method: string, params: object): Promise<unknown> {
    const id = ++this.#lastId;
    const answer = this.#wait((message) => message.id === id && message.method === undefined, method);
    this.#send({ id, method, params });
    const { error, result } = await answer;
    if (error !== undefined) throw new Error(`codex app-server, ${method}: ${error.message}`);
    return result;
  }

  /** Sends a request and waits for a notification that follows from it, whichever of both comes first. */
  async requestUntil(notification: string, method: string, params: object): Promise<void> {
    const seen = this.#wait((message) => message.method === notification, notification);
    await Promise.all([this.request(method, params), seen]);
  }

  /** The end of its input ends the server; its whole group is ended if that is not enough. */
  async close(): Promise<void> {
    this.#child.stdin.end();
    const killer = setTimeout(() => this.#kill(), 3000);
    await this.#exit;
    clearTimeout(killer);
  }

  #kill(): void {
    if (this.#child.pid !== undefined) process.kill(-this.#child.pid, 'SIGKILL');
  }

  #send(message: object): void {
    this.#world.log.push(`app-server < ${JSON.stringify(message)}`);
    this.#child.stdin.write(`${JSON.stringify(message)}\n`);
  }

  #receive(line: string): void {
    this.#world.log.push(`app-server > ${line}`);
    const message = messageSchema.parse(JSON.parse(line));
    for (const waiter of this.#waiters) if (waiter.wants(message)) waiter.resolve(message);
  }

  #wait(wants: Waiter['wants'], what: string): Promise<Message> {
    const { promise, resolve, reject } = Promise.withResolvers<Message>();
    const waiter: Waiter = { wants, resolve, reject };
    const timer = setTimeout(() => reject(new Error(`codex app-server: no ${what} within ${guardMs} ms`)), guardMs);
    this.#waiters.add(waiter);
    return promise.finally(() => {
      clearTimeout(timer);
      this.#waiters.delete(waiter);
    });
  }

  #fail(error: Error): void {
    for (const waiter of this.#waiters) waiter.reject(error);
  }
}
