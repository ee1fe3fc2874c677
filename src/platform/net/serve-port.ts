import { PlatformError } from '../errors.ts';
import { type HttpListener, localServer } from './local-server.ts';

/** A port of this machine that nobody reaches from another one. */
export interface ServedPort {
  port: number;
  close(graceMs: number): Promise<void>;
}

/** Serves HTTP at 127.0.0.1, and at ::1 where that is to be had under the same number; 0 is a port of the system's choice. */
export async function servePort(listener: HttpListener, wanted: number): Promise<ServedPort> {
  const four = localServer(listener);
  await four.listen({ host: '127.0.0.1', port: wanted }).catch((cause: unknown) => {
    throw new PlatformError(`Port ${wanted} of 127.0.0.1 cannot be had.`, {
      code: 'port-taken',
      facts: { port: wanted },
      fix: 'Name another with `--port`, or leave it out: any free one will do.',
      cause,
    });
  });
  const port = four.port() ?? wanted;
  const six = localServer(listener);
  const both = await six.listen({ host: '::1', port, ipv6Only: true }).then(
    () => [four, six],
    () => [four],
  );
  return {
    port,
    close: async (graceMs) => {
      await Promise.all(both.map((server) => server.close(graceMs)));
    },
  };
}
