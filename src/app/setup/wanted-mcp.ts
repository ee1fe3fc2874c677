import path from 'node:path';
import { writtenAt } from '#platform/files/list-folder.ts';
import { mcpFiles } from './mcp-wirings.ts';

/** The files that this repository would have our MCP server in: that of Claude Code always, others where they or their folder are there. */
export function wantedMcp(root: string): (typeof mcpFiles)[number][] {
  return mcpFiles.filter((file) => {
    const folder = path.posix.dirname(file);
    return file === '.mcp.json' || writtenAt(path.join(root, folder === '.' ? file : folder)) !== undefined;
  });
}
