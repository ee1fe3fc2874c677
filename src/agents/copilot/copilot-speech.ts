import type { HookAnswer, HookInput } from '#kernel/records/hook.ts';
import type { AgentSpeech } from '../agent-speech.ts';
import { codexPatch } from '../speech/codex-patch.ts';
import { type Fields, fieldsOf, parseFields, textOf } from '../speech/fields.ts';
import { editOf, shellOf, type ToolUse, toInput } from '../speech/heard.ts';

/** Copilot CLI 1.0. A sub-agent calls with a session of its own, and names its parent beside it. */
export const copilotSpeech: AgentSpeech = {
  parse: (event, text) => {
    const payload = parseFields(text);
    const subagent = textOf(payload, 'agentId');
    const session = subagent === undefined ? undefined : textOf(payload, 'parentAgentId');
    const name = textOf(payload, 'toolName');
    return toInput(event, {
      agent: 'copilot',
      session: session ?? textOf(payload, 'sessionId'),
      cwd: textOf(payload, 'cwd'),
      subagent,
      source: textOf(payload, 'source'),
      prompt: textOf(payload, 'prompt'),
      tool: { name, input: { args: payload.toolArgs }, id: undefined, use: toolUse(name, payload) },
    });
  },
  render,
};

function toolUse(tool: string | undefined, payload: Fields): ToolUse | undefined {
  const args = fieldsOf(payload.toolArgs);
  const path = textOf(args, 'path');
  switch (tool) {
    case 'bash':
      return shellOf(textOf(args, 'command'));
    case 'create':
      return editOf(path, [{ added: textOf(args, 'file_text') ?? '', removed: '', whole: true }]);
    case 'edit':
    case 'str_replace':
      return editOf(path, [{ added: textOf(args, 'new_str') ?? '', removed: textOf(args, 'old_str') ?? '' }]);
    case 'apply_patch': // what models of OpenAI get: its argument is the patch itself
      return codexPatch(textOf(payload, 'toolArgs') ?? '');
  }
  return undefined;
}

function render({ event }: HookInput, answer: HookAnswer): string {
  switch (answer.kind) {
    case 'context':
      return event === 'stop' || event === 'compact' ? '' : JSON.stringify({ additionalContext: answer.text });
    case 'deny':
      return event === 'pre-tool' ? JSON.stringify({ permissionDecision: 'deny', permissionDecisionReason: answer.reason }) : '';
    case 'hold':
      return event === 'stop' ? JSON.stringify({ decision: 'block', reason: answer.reason }) : '';
    case 'silent':
    case 'let-go': // it shows a person nothing that a hook says
      return '';
  }
}
