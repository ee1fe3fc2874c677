/**
 * The moments an agent's hook can speak at, as the command line names them. At `compact` nothing can be said: what the
 * context window held is about to be forgotten.
 */
export const hookEvents = ['session-start', 'prompt', 'pre-tool', 'post-tool', 'stop', 'compact'] as const;
export type HookEvent = (typeof hookEvents)[number];

export const hookAgents = ['claude', 'codex', 'gemini', 'copilot', 'opencode', 'cursor'] as const;
export type HookAgent = (typeof hookAgents)[number];

/** A hook's call as it came: two words of the wired command and what stood on standard input. */
export interface HookCall {
  agent: string;
  event: string;
  payload: string;
}

/** What an agent tells its hook, in one shape for all agents. */
export type HookInput = {
  agent: HookAgent;
  session: string;
  /** The sub-agent of the session that calls, which has a context window of its own; absent: the session's main agent. */
  subagent?: string;
  /** Folder the agent works in; may be a subfolder of the repository. */
  cwd: string;
} & (
  | { event: 'session-start'; source: 'startup' | 'resume' | 'clear' | 'compact' | 'fork' }
  | { event: 'prompt'; prompt: string }
  | { event: 'pre-tool'; tool: string; toolUseId: string; intent: Intent }
  | { event: 'post-tool'; tool: string; toolUseId: string; wrote: Wrote }
  | { event: 'stop' }
  | { event: 'compact' }
);

/** What a tool call is about to do. */
export type Intent = { kind: 'shell'; command: string } | { kind: 'edit'; edits: PlannedEdit[] };

/** A change of one file that an agent is about to make. */
export interface PlannedEdit {
  /** Absolute, or relative to cwd. */
  path: string;
  /** Text that comes in. */
  added: string;
  /** Text that goes out. */
  removed: string;
  /** The file is written anew: `added` is all of it. */
  whole?: true;
}

/** What a tool call may have written: known paths (absolute or relative to cwd), or whatever a shell line wrote. */
export type Wrote = { kind: 'paths'; paths: string[] } | { kind: 'shell'; command: string };

/** What Tackroom has to say, before it is put into an agent's own words. */
export type HookAnswer =
  | { kind: 'silent' }
  /** Goes into the agent's context. */
  | { kind: 'context'; text: string }
  /** The tool call does not run. */
  | { kind: 'deny'; reason: string }
  /** The agent does not stop yet. */
  | { kind: 'hold'; reason: string }
  /** The agent stops, and a person is told what it leaves. */
  | { kind: 'let-go'; text: string };
