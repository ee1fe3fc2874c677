/** Where an agent keeps the MCP servers of a repository, and how it writes one. All of these files are JSON. */
export interface McpWiring {
  /** What a person calls the agent. */
  title: string;
  /** Path of the file, relative to the repository. */
  file: string;
  /** The member of the file that holds the servers by name. */
  member: string;
  server(command: readonly string[]): Record<string, unknown>;
}

/** The name that agents know our server by; with the tool it makes the tool's name, `mcp__tackroom__check`. */
export const mcpServerName = 'tackroom';

const commandAndArgs = ([command = '', ...args]: readonly string[]) => ({ command, args });

export const mcpWirings: readonly McpWiring[] = [
  { title: 'Claude Code', file: '.mcp.json', member: 'mcpServers', server: commandAndArgs },
  { title: 'Cursor', file: '.cursor/mcp.json', member: 'mcpServers', server: commandAndArgs },
  { title: 'Gemini CLI', file: '.gemini/settings.json', member: 'mcpServers', server: commandAndArgs },
  { title: 'OpenCode', file: 'opencode.json', member: 'mcp', server: (command) => ({ type: 'local', command, enabled: true }) },
];

/** Codex reads TOML, which no edit leaves as a person wrote it: they put this there themselves. */
export function codexMcpSnippet([command = '', ...args]: readonly string[]): string {
  return `[mcp_servers.${mcpServerName}]\ncommand = ${JSON.stringify(command)}\nargs = ${JSON.stringify(args)}`;
}
