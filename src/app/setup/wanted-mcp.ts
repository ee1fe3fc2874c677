import path from 'node:path';
import { type McpWiring, mcpWirings } from '#agents/mcp-wirings.ts';
import { writtenAt } from '#platform/files/list-folder.ts';

/** The agents whose MCP servers this repository configures, or would: Claude Code always, others where they have a file or folder here. */
export function wantedMcp(root: string): McpWiring[] {
  return mcpWirings.filter(({ file }) => {
    const folder = path.posix.dirname(file);
    return file === '.mcp.json' || writtenAt(path.join(root, folder === '.' ? file : folder)) !== undefined;
  });
}
