/** One thing a program said, in its own words and with its own spelling of the path. */
export interface ToolResult {
  rule?: string;
  path?: string;
  /** Line and column from 1, columns in UTF-16 units; `end` is exclusive. */
  line?: number;
  column?: number;
  endLine?: number;
  endColumn?: number;
  message: string;
}

/** What one run of a program said. */
export interface ToolOutput {
  results: ToolResult[];
  /** What limits what it saw: files it could not parse. */
  notes: string[];
}
