import { InvalidArgumentError, Option } from 'commander';
import { flow } from '#app/flow.ts';
import { MisuseError } from '#kernel/errors.ts';
import type { Io, Register } from '../command.ts';

interface McpOptions {
  http?: true;
  port?: number;
  log?: true;
}

/** An MCP server for agents: over standard input and output, or over HTTP on this machine. */
export const registerMcp: Register = (program, io) => {
  program
    .command('mcp')
    .description('serve the Model Context Protocol: ground, guidance, check and ask as tools of an agent, over standard input and output')
    .option('--http', 'over HTTP on 127.0.0.1 instead; the token that a client must send lies in a file that is named')
    .addOption(new Option('--port <n>', 'with --http: the port (default: one that is free)').argParser(toPort))
    .option('--log', 'say on stderr what goes wrong with the connection')
    .action(async (options: McpOptions) => {
      const place = { cwd: io.cwd, env: io.env, version: (await flow.version()).packageVersion() };
      if (options.http) return serveHttp(place, options, io);
      if (options.port !== undefined) throw new MisuseError('--port goes with --http.', { code: 'port-alone', fix: 'Add --http.' });
      const { serveOverStdio } = await import('#mcp/serve-stdio.ts');
      const onFault = (error: Error) => (options.log ? io.stderr.write(`tackroom: ${error.message}\n`) : undefined);
      await serveOverStdio(place, { stdin: io.stdin, write: (text) => io.stdout.write(text), onFault }, io.signal);
    });
};

async function serveHttp(place: { cwd: string; env: Io['env']; version: string }, { port = 0 }: McpOptions, io: Io): Promise<void> {
  const { mcpToken } = await flow.mcp();
  const { token, file } = mcpToken(io.cwd, io.env);
  const { serveOverHttp } = await import('#mcp/serve-http.ts');
  const onListening = (url: string) => {
    io.stdout.write(`MCP at ${url}\nEach request needs the header \`Authorization: Bearer <token>\`; the token is in ${file}\n`);
  };
  await serveOverHttp(place, { port, token, onListening }, io.signal);
}

function toPort(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 65_536;
  if (port > 65_535) throw new InvalidArgumentError('It is a port from 0 to 65535.');
  return port;
}
