/** How agents start our MCP server: `call` as words, or through a shell where it has the short name of a home folder. */
export function mcpCommand(call: string): string[] {
  return call.startsWith('~') ? ['sh', '-c', `exec ${call} mcp`] : [...call.split(' '), 'mcp'];
}
