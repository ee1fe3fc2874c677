import type { AgentSpeech } from '../agent-speech.ts';
import { type Fields, fieldsOf, itemsOf, parseFields, textOf } from '../speech/fields.ts';
import { editOf, shellOf, type ToolUse, toInput } from '../speech/heard.ts';
import { renderHookOutput } from '../speech/hook-output.ts';

/** Claude Code 2.1. */
export const claudeSpeech: AgentSpeech = {
  parse: (event, text) => {
    const payload = parseFields(text);
    const input = fieldsOf(payload.tool_input);
    const name = textOf(payload, 'tool_name');
    if (event === 'stop' && payload.agent_type === '') return undefined; // what summarises for a compaction ends as a sub-agent without a type
    return toInput(event, {
      agent: 'claude',
      session: textOf(payload, 'session_id'),
      cwd: textOf(payload, 'cwd'),
      subagent: textOf(payload, 'agent_id'),
      source: textOf(payload, 'source'),
      prompt: personsPrompt(textOf(payload, 'prompt')),
      tool: { name, input, id: textOf(payload, 'tool_use_id'), use: toolUse(name, input) },
    });
  },
  render: renderHookOutput,
};

/** The end of a background task comes as a prompt too. */
function personsPrompt(prompt: string | undefined): string | undefined {
  return prompt?.startsWith('<task-notification>') ? undefined : prompt;
}

function toolUse(tool: string | undefined, input: Fields): ToolUse | undefined {
  const file = textOf(input, 'file_path');
  switch (tool) {
    case 'Bash':
      return shellOf(textOf(input, 'command'));
    case 'Write':
      return editOf(file, [{ added: textOf(input, 'content') ?? '', removed: '', whole: true }]);
    case 'Edit':
      return editOf(file, [replacement(input)]);
    case 'MultiEdit':
      return editOf(file, itemsOf(input.edits).map(replacement));
    case 'NotebookEdit':
      return editOf(textOf(input, 'notebook_path'), [{ added: textOf(input, 'new_source') ?? '', removed: '' }]);
  }
  return undefined;
}

function replacement(change: Fields): { added: string; removed: string } {
  return { added: textOf(change, 'new_string') ?? '', removed: textOf(change, 'old_string') ?? '' };
}
