import type { McpServerPlace } from '#agents/edit-mcp-servers.ts';

/** The name that agents know our server by; with the tool it makes the tool's name, `mcp__tackroom__check`. */
const name = 'tackroom';

/** Where agents keep the MCP servers of a repository; all of these files are JSON. */
export const mcpFiles = ['.mcp.json', '.cursor/mcp.json', '.gemini/settings.json', 'opencode.json'] as const;

/** Our server as the agent of that file writes it: Claude Code, Cursor and Gemini CLI the same way, OpenCode another. */
export function mcpServerPlace(file: (typeof mcpFiles)[number], [command = '', ...args]: readonly string[]): McpServerPlace {
  if (file === 'opencode.json') return { file, member: 'mcp', name, server: { type: 'local', command: [command, ...args], enabled: true } };
  return { file, member: 'mcpServers', name, server: { command, args } };
}

/** Codex reads TOML, which no edit leaves as a person wrote it: they put this there themselves. */
export function codexMcpSnippet([command = '', ...args]: readonly string[]): string {
  return `[mcp_servers.${name}]\ncommand = ${JSON.stringify(command)}\nargs = ${JSON.stringify(args)}`;
}
