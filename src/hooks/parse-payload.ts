import { type HookAgent, type HookEvent, type HookInput, hookAgents, hookEvents } from '#kernel/records/hook.ts';
import { patchedPaths } from './patched-paths.ts';

/** A JSON object as it came. Parsed by hand: a schema library would cost the hook more than all else it does. */
type Fields = Readonly<Record<string, unknown>>;

/**
 * An agent's JSON payload in our shape; undefined where it is nothing we know (another tool, a missing field, not JSON).
 * Shapes: Claude Code 2.1 and Codex 0.169, which differ in their edit tools only.
 */
export function parsePayload(agent: string, event: string, text: string): HookInput | undefined {
  const payload = parseObject(text);
  const cwd = read(payload, 'cwd');
  const session = read(payload, 'session_id');
  const known = { agent: oneOf(hookAgents, agent), event: oneOf(hookEvents, event) };
  if (known.agent === undefined || known.event === undefined || cwd === undefined || session === undefined) return undefined;
  const subagent = read(payload, 'agent_id');
  const about = { agent: known.agent, session, cwd, ...(subagent === undefined ? {} : { subagent }) };
  return parseEvent(known.event, about, payload);
}

type About = { agent: HookAgent; session: string; cwd: string; subagent?: string };

function parseEvent(event: HookEvent, about: About, payload: Fields): HookInput | undefined {
  switch (event) {
    case 'session-start':
      return { ...about, event, source: oneOf(['startup', 'resume', 'clear', 'compact', 'fork'], read(payload, 'source')) ?? 'startup' };
    case 'stop':
    case 'compact':
      return { ...about, event };
    case 'prompt': {
      const prompt = read(payload, 'prompt');
      return prompt === undefined ? undefined : { ...about, event, prompt };
    }
    case 'pre-tool': {
      const command = shellCommand(payload);
      return command === undefined ? undefined : { ...about, event, ...tool(payload), intent: { kind: 'shell', command } };
    }
    case 'post-tool': {
      const command = shellCommand(payload);
      const wrote = command === undefined ? { kind: 'paths' as const, paths: editedPaths(payload) } : { kind: 'shell' as const, command };
      return wrote.kind === 'paths' && wrote.paths.length === 0 ? undefined : { ...about, event, ...tool(payload), wrote };
    }
  }
}

function tool(payload: Fields): { tool: string; toolUseId: string } {
  return { tool: read(payload, 'tool_name') ?? '', toolUseId: read(payload, 'tool_use_id') ?? '' };
}

/** The line a shell tool runs; undefined for other tools. */
function shellCommand(payload: Fields): string | undefined {
  return read(payload, 'tool_name') === 'Bash' ? read(object(payload.tool_input), 'command') : undefined;
}

/** Claude's edit tools name one file, Codex's holds a patch. */
function editedPaths(payload: Fields): string[] {
  const input = object(payload.tool_input);
  if (read(payload, 'tool_name') === 'apply_patch') return patchedPaths(read(input, 'command') ?? '');
  const path = read(input, 'file_path') ?? read(input, 'notebook_path');
  return path === undefined ? [] : [path];
}

function parseObject(text: string): Fields {
  try {
    return object(JSON.parse(text));
  } catch {
    return {};
  }
}

function object(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}

function read(fields: Fields, key: string): string | undefined {
  const value = fields[key];
  return typeof value === 'string' && !value.includes('\0') ? value : undefined;
}

function oneOf<T extends string>(known: readonly T[], value: string | undefined): T | undefined {
  return known.find((one) => one === value);
}
