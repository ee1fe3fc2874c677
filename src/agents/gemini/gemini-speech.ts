import type { HookAnswer, HookEvent, HookInput } from '#kernel/records/hook.ts';
import type { AgentSpeech } from '../agent-speech.ts';
import { type Fields, fieldsOf, parseFields, textOf } from '../speech/fields.ts';
import { editOf, shellOf, type ToolUse, toInput } from '../speech/heard.ts';

/** Gemini CLI 0.61. Its calls have no name of their own. */
export const geminiSpeech: AgentSpeech = {
  parse: (event, text) => {
    const payload = parseFields(text);
    const input = fieldsOf(payload.tool_input);
    const name = textOf(payload, 'tool_name');
    return toInput(event, {
      agent: 'gemini',
      session: textOf(payload, 'session_id'),
      cwd: textOf(payload, 'cwd'),
      source: textOf(payload, 'source'),
      prompt: textOf(payload, 'prompt')?.replace(hookContext, ''),
      tool: { name, input, id: undefined, use: toolUse(name, input) },
    });
  },
  render,
};

/** What hooks said at session start stands before the first prompt. */
const hookContext = /^(?:<hook_context>.*?<\/hook_context>\s*)+/s;

function toolUse(tool: string | undefined, input: Fields): ToolUse | undefined {
  switch (tool) {
    case 'run_shell_command':
      return shellOf(textOf(input, 'command'));
    case 'write_file':
      return editOf(textOf(input, 'file_path'), [{ added: textOf(input, 'content') ?? '', removed: '', whole: true }]);
    case 'replace':
      return editOf(textOf(input, 'file_path'), [{ added: textOf(input, 'new_string') ?? '', removed: textOf(input, 'old_string') ?? '' }]);
  }
  return undefined;
}

/** The moments whose context reaches the model; of BeforeTool it reads the verdict alone. */
const withContext: Partial<Record<HookEvent, string>> = {
  'session-start': 'SessionStart',
  prompt: 'BeforeAgent',
  'post-tool': 'AfterTool',
};

function render({ event }: HookInput, answer: HookAnswer): string {
  const hookEventName = withContext[event];
  switch (answer.kind) {
    case 'silent':
      return '';
    case 'context':
      return hookEventName === undefined ? '' : JSON.stringify({ hookSpecificOutput: { hookEventName, additionalContext: answer.text } });
    case 'deny':
      return event === 'pre-tool' ? JSON.stringify({ decision: 'deny', reason: answer.reason }) : '';
    case 'hold':
      return event === 'stop' ? JSON.stringify({ decision: 'deny', reason: answer.reason }) : '';
    case 'let-go':
      return JSON.stringify({ systemMessage: answer.text });
  }
}
