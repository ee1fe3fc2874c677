import type { IncomingHttpHeaders } from 'node:http';
import type { ModelRequest } from './conversation.ts';
import type { Reply } from './script.ts';

/** One server-sent event: its type is sent both as the event's name and inside the data. */
export interface WireEvent {
  type: string;
  [key: string]: unknown;
}

/** How one vendor's agents speak to a model over HTTP. */
export interface Wire {
  /** Path of the endpoint that is asked for replies. */
  path: string;
  read(body: unknown, headers: IncomingHttpHeaders): ModelRequest;
  write(reply: Reply): WireEvent[];
}
