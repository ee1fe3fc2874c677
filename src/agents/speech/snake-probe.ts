import type { Probe } from '../agent-adapter.ts';
import type { Fields } from './fields.ts';

/** A made-up payload in the keys that Claude Code began and others took over. */
export function snakeProbe(
  event: string,
  probe: Probe,
  tools: { shell: string; edit: { tool_name: string; tool_input: Fields }; edits: boolean },
): Fields {
  const call = tools.edits ? tools.edit : { tool_name: tools.shell, tool_input: { command: probe.command } };
  return {
    session_id: probe.session,
    transcript_path: null,
    cwd: probe.cwd,
    permission_mode: 'default',
    hook_event_name: event,
    ...(/Tool/.test(event)
      ? { ...call, tool_use_id: `probe-${event}`, ...(/^(Post|After)/.test(event) ? { tool_response: {} } : {}) }
      : {}),
    ...(event === 'SessionStart' ? { source: 'startup' } : {}),
    ...(/^Subagent/.test(event) ? { agent_id: 'probe', agent_type: 'probe' } : {}),
    ...(/Prompt|BeforeAgent/.test(event) ? { prompt: 'probe' } : {}),
    ...(/Stop|AfterAgent/.test(event) ? { stop_hook_active: false, last_assistant_message: 'probe' } : {}),
  };
}
