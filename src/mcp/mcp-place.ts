/** Where an MCP server stands: what its tools are about. */
export interface McpPlace {
  /** A folder of the repository, where the client offers no roots. */
  cwd: string;
  env: Readonly<Record<string, string | undefined>>;
  /** Of the package. */
  version: string;
}
