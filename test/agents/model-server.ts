import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { anthropicWire } from './anthropic-wire.ts';
import type { ModelRequest } from './conversation.ts';
import { codeModeWire, responsesWire } from './responses-wire.ts';
import { nextReply, type Reply, type Task } from './script.ts';
import type { Wire } from './wire.ts';

/** One request of an agent and what it was answered. */
export interface Exchange {
  request: ModelRequest;
  reply: Reply;
  /** False where the script had nothing for it: the agent asked more often than it should. */
  scripted: boolean;
  /** The body as it came. */
  body: unknown;
}

/** What the model writes when an agent compacts its conversation; Claude Code asks again unless the tags are there. */
export const summaryText = 'The work so far is in the working tree.';
const summaryReply = `<analysis>Short.</analysis>\n<summary>${summaryText}</summary>`;

const wires: readonly Wire[] = [anthropicWire, responsesWire, codeModeWire];

/**
 * A model on loopback that follows a script and keeps all it is asked. It is also the proxy in the agents' environment:
 * whatever an agent wants from another machine ends here, in `strays`, and is refused.
 */
export class ModelServer {
  readonly exchanges: Exchange[] = [];
  /** Addresses outside this machine, and endpoints unknown to us, that an agent asked for. */
  readonly strays: string[] = [];
  tasks: readonly Task[] = [];
  readonly #server: Server;

  private constructor() {
    this.#server = createServer((request, response) => this.#answer(request, response));
    this.#server.on('connect', (request, socket) => {
      this.strays.push(`CONNECT ${request.url}`);
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
    });
  }

  static async start(): Promise<ModelServer> {
    const model = new ModelServer();
    await new Promise<void>((resolve) => model.#server.listen(0, '127.0.0.1', resolve));
    return model;
  }

  get url(): string {
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('The model server does not listen.');
    return `http://127.0.0.1:${address.port}`;
  }

  /** Requests for the next step of the work, in order; summaries and asides are left out. */
  get steps(): Exchange[] {
    return this.exchanges.filter((exchange) => exchange.request.purpose === 'step');
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url?.split('?')[0];
    const wire = wires.find((candidate) => request.method === 'POST' && candidate.path === path);
    const text = await readText(request);
    if (wire === undefined) {
      this.strays.push(`${request.method} ${request.url}`);
      response.writeHead(404).end('{}');
      return;
    }
    try {
      this.#reply(response, wire, { body: JSON.parse(text), request });
    } catch (error) {
      this.strays.push(`a request that could not be read: ${error}`);
      response.writeHead(400).end('{}');
    }
  }

  #reply(response: ServerResponse, wire: Wire, asked: { body: unknown; request: IncomingMessage }): void {
    const request = wire.read(asked.body, asked.request.headers);
    const next = request.purpose === 'step' ? nextReply(this.tasks, request) : undefined;
    const text = request.purpose === 'summary' ? summaryReply : 'ok';
    const reply = next ?? { id: `extra${this.exchanges.length}`, step: { do: 'say', text } };
    this.exchanges.push({ request, reply, scripted: next !== undefined, body: asked.body });
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' });
    for (const event of wire.write(reply)) response.write(`event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`);
    response.end();
  }
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
