import type { HookAgent, HookEvent, HookInput, PlannedEdit } from '#kernel/records/hook.ts';
import { shortHash } from '#kernel/short-hash.ts';
import { type Fields, oneOf } from './fields.ts';

/** What an agent's payload says, whatever its keys are called. What is undefined was not said. */
export interface Heard {
  agent: HookAgent;
  session: string | undefined;
  cwd: string | undefined;
  subagent?: string | undefined;
  /** Why a session starts. */
  source?: string | undefined;
  prompt?: string | undefined;
  tool?: HeardTool;
}

export interface HeardTool {
  name: string | undefined;
  id: string | undefined;
  input: Fields;
  use: ToolUse | undefined;
}

/** What a tool call does, for the tools that write files or run a shell line. */
export type ToolUse =
  | { kind: 'shell'; command: string }
  /** `written`: the files that are there afterwards. */
  | { kind: 'edit'; edits: PlannedEdit[]; written: string[] };

export function shellOf(command: string | undefined): ToolUse | undefined {
  return command === undefined ? undefined : { kind: 'shell', command };
}

/** An edit of one file. */
export function editOf(path: string | undefined, changes: readonly Omit<PlannedEdit, 'path'>[]): ToolUse | undefined {
  if (path === undefined) return undefined;
  return { kind: 'edit', edits: changes.map((change) => ({ path, ...change })), written: [path] };
}

/** What was heard as the input of one of our moments; undefined where what the moment needs was not said. */
export function toInput(event: HookEvent, heard: Heard): HookInput | undefined {
  const { agent, session, cwd, subagent } = heard;
  if (session === undefined || cwd === undefined) return undefined;
  const about = { agent, session, cwd, ...(subagent === undefined ? {} : { subagent }) };
  switch (event) {
    case 'session-start':
      return { ...about, event, source: oneOf(['startup', 'resume', 'clear', 'compact', 'fork'], heard.source) ?? 'startup' };
    case 'prompt':
      return heard.prompt === undefined || isOurs(heard.prompt) ? undefined : { ...about, event, prompt: heard.prompt };
    case 'pre-tool':
    case 'post-tool':
      return heard.tool === undefined ? undefined : toToolInput(event, about, heard.tool);
    case 'stop':
    case 'compact':
      return { ...about, event };
  }
}

/** Some agents put what held them at stop to their model as the next prompt, and call the hook for it. */
function isOurs(prompt: string): boolean {
  return prompt.startsWith('Tackroom: ');
}

type About = Pick<HookInput, 'agent' | 'session' | 'cwd' | 'subagent'>;

function toToolInput(event: 'pre-tool' | 'post-tool', about: About, { name = '', id, input, use }: HeardTool): HookInput | undefined {
  if (use === undefined) return undefined;
  const call = { ...about, tool: name, toolUseId: id ?? callName(name, input) };
  if (event === 'pre-tool') return { ...call, event, intent: use.kind === 'shell' ? use : { kind: 'edit', edits: use.edits } };
  if (use.kind === 'shell') return { ...call, event, wrote: use };
  return use.written.length === 0 ? undefined : { ...call, event, wrote: { kind: 'paths', paths: use.written } };
}

/** Some agents give their calls no name; the same tool with the same input before and after is one call. */
function callName(tool: string, input: Fields): string {
  return shortHash(`${tool} ${JSON.stringify(input)}`);
}
