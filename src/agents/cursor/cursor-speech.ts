import type { HookAnswer, HookInput } from '#kernel/records/hook.ts';
import type { AgentSpeech } from '../agent-speech.ts';
import { type Fields, fieldsOf, itemsOf, parseFields, textOf } from '../speech/fields.ts';
import { editOf, shellOf, type ToolUse, toInput } from '../speech/heard.ts';

/** Cursor, as its documentation and other people's hooks have it: it was never run here. */
export const cursorSpeech: AgentSpeech = {
  parse: (event, text) => {
    const payload = parseFields(text);
    const name = textOf(payload, 'tool_name') ?? bareTool(payload);
    const input = { ...payload, ...fieldsOf(payload.tool_input) };
    return toInput(event, {
      agent: 'cursor',
      session: textOf(payload, 'conversation_id', 'session_id'),
      cwd: textOf(payload, 'cwd') ?? firstRoot(payload),
      source: textOf(payload, 'source'),
      prompt: textOf(payload, 'prompt'),
      tool: { name, input: { command: input.command }, id: callId(name, payload), use: toolUse(name, input) },
    });
  },
  render,
};

/** A shell line has a name after it ran and none before: what tells it apart at both is the line. */
function callId(tool: string | undefined, payload: Fields): string | undefined {
  return tool === 'Shell' ? undefined : textOf(payload, 'tool_use_id');
}

function firstRoot({ workspace_roots: roots }: Fields): string | undefined {
  return Array.isArray(roots) ? textOf({ root: roots[0] }, 'root') : undefined;
}

/** Some of its events are about one tool and do not name it. */
function bareTool(payload: Fields): string | undefined {
  if (textOf(payload, 'command') !== undefined) return 'Shell';
  return payload.edits === undefined ? undefined : 'Edit';
}

function toolUse(tool: string | undefined, input: Fields): ToolUse | undefined {
  switch (tool) {
    case 'Shell':
      return shellOf(textOf(input, 'command'));
    case 'Write':
    case 'Edit': {
      const edits = itemsOf(input.edits).map(replacement);
      const whole = textOf(input, 'content', 'contents');
      const changes = whole === undefined ? [replacement(input)] : [{ added: whole, removed: '', whole: true as const }];
      return editOf(textOf(input, 'file_path', 'path'), edits.length > 0 ? edits : changes);
    }
  }
  return undefined;
}

function replacement(change: Fields): { added: string; removed: string } {
  return { added: textOf(change, 'new_string') ?? '', removed: textOf(change, 'old_string') ?? '' };
}

function render({ event }: HookInput, answer: HookAnswer): string {
  switch (answer.kind) {
    case 'context':
      return event === 'session-start' || event === 'post-tool' ? JSON.stringify({ additional_context: answer.text }) : '';
    case 'deny':
      return event === 'pre-tool' ? JSON.stringify({ permission: 'deny', user_message: answer.reason, agent_message: answer.reason }) : '';
    case 'hold':
      return event === 'stop' ? JSON.stringify({ followup_message: answer.reason }) : '';
    case 'silent':
    case 'let-go':
      return '';
  }
}
