import http from 'node:http';
import type { ListenOptions } from 'node:net';

export type HttpListener = (incoming: http.IncomingMessage, outgoing: http.ServerResponse) => unknown;

/** Who takes longer to say what is wanted is not one of our clients. */
const limits = { headersTimeout: 2000, requestTimeout: 10_000, connectionsCheckingInterval: 1000, keepAliveTimeout: 60_000 };
const maxConnections = 128;

/** A server for programs of this machine; `listen` rejects where the place is taken. */
export function localServer(listener: HttpListener) {
  const server = http.createServer({ ...limits, maxHeaderSize: 16_384 }, listener);
  server.maxConnections = maxConnections;
  return {
    listen: (where: ListenOptions) =>
      new Promise<void>((resolve, reject) => {
        server.once('error', reject);
        server.listen(where, () => {
          server.off('error', reject);
          resolve();
        });
      }),
    /** Undefined for a socket. */
    port: () => {
      const address = server.address();
      return typeof address === 'object' ? address?.port : undefined;
    },
    /** Lets answers that are being made go out, and waits for no client any longer than `graceMs`. */
    close: (graceMs: number) =>
      new Promise<void>((resolve) => {
        const timer = setTimeout(() => server.closeAllConnections(), graceMs);
        server.close(() => {
          clearTimeout(timer);
          resolve();
        });
        server.closeIdleConnections();
      }),
  };
}
