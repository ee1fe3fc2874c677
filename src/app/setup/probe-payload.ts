import path from 'node:path';
import type { HookAgent, HookEvent } from '#kernel/records/hook.ts';

/** What a probe pretends to do. */
export interface Probe {
  session: string;
  cwd: string;
  /** Real path of the worktree. */
  root: string;
  /** A command that pre-tool is asked about; it is never run. */
  command: string;
  /** A file of the repository that post-tool is told was written; it is not. */
  file: string;
}

/** What the agent writes to its hook's standard input: Claude Code 2.1, Codex 0.169. */
export function probePayload(agent: HookAgent, moment: HookEvent, probe: Probe): string {
  const common = { session_id: probe.session, transcript_path: null, cwd: probe.cwd, permission_mode: 'default' };
  const codexOnly = agent === 'codex' ? { model: 'probe', ...(moment === 'session-start' ? {} : { turn_id: 'probe' }) } : {};
  return JSON.stringify({ ...common, ...codexOnly, ...momentFields(agent, moment, probe) });
}

function momentFields(agent: HookAgent, moment: HookEvent, probe: Probe): Record<string, unknown> {
  switch (moment) {
    case 'session-start':
      return { hook_event_name: 'SessionStart', source: 'startup' };
    case 'pre-tool':
      return { hook_event_name: 'PreToolUse', tool_name: 'Bash', tool_input: { command: probe.command }, tool_use_id: 'probe-1' };
    case 'post-tool':
      return { hook_event_name: 'PostToolUse', ...(agent === 'claude' ? claudeEdit(probe) : codexEdit(probe)), tool_use_id: 'probe-2' };
    case 'prompt':
      return { hook_event_name: 'UserPromptSubmit', prompt: 'probe' };
    case 'compact':
      return { hook_event_name: 'PreCompact', trigger: 'manual' };
    case 'stop':
      return { hook_event_name: 'Stop', stop_hook_active: false, last_assistant_message: 'probe' };
  }
}

function claudeEdit(probe: Probe): Record<string, unknown> {
  return { tool_name: 'Write', tool_input: { file_path: path.join(probe.root, probe.file), content: '' }, tool_response: {} };
}

function codexEdit(probe: Probe): Record<string, unknown> {
  const file = path.relative(probe.cwd, path.join(probe.root, probe.file)).split(path.sep).join('/');
  const command = `*** Begin Patch\n*** Update File: ${file}\n@@\n-a\n+a\n*** End Patch\n`;
  return { tool_name: 'apply_patch', tool_input: { command }, tool_response: 'probe' };
}
