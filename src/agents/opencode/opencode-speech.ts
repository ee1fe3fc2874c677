import type { HookAnswer, HookInput } from '#kernel/records/hook.ts';
import type { AgentSpeech } from '../agent-speech.ts';
import { codexPatch } from '../speech/codex-patch.ts';
import { type Fields, fieldsOf, itemsOf, parseFields, textOf } from '../speech/fields.ts';
import { editOf, shellOf, type ToolUse, toInput } from '../speech/heard.ts';

/** opencode 1.18. The payload is written, and the answer read, by the plugin that `init` puts beside its configuration. */
export const opencodeSpeech: AgentSpeech = {
  parse: (event, text) => {
    const payload = parseFields(text);
    const name = textOf(payload, 'tool');
    const input = fieldsOf(payload.args);
    return toInput(event, {
      agent: 'opencode',
      session: textOf(payload, 'session'),
      cwd: textOf(payload, 'cwd'),
      subagent: textOf(payload, 'subagent'),
      source: textOf(payload, 'source'),
      prompt: textOf(payload, 'prompt'),
      tool: { name, input, id: textOf(payload, 'call'), use: toolUse(name, input) },
    });
  },
  render,
};

function toolUse(tool: string | undefined, args: Fields): ToolUse | undefined {
  const file = textOf(args, 'filePath');
  switch (tool) {
    case 'bash':
      return shellOf(textOf(args, 'command'));
    case 'write':
      return editOf(file, [{ added: textOf(args, 'content') ?? '', removed: '', whole: true }]);
    case 'edit':
      return editOf(file, [replacement(args)]);
    case 'multiedit':
      return editOf(file, itemsOf(args.edits).map(replacement));
    case 'patch':
    case 'apply_patch':
      return codexPatch(textOf(args, 'patchText', 'patch') ?? '');
  }
  return undefined;
}

function replacement(change: Fields): { added: string; removed: string } {
  return { added: textOf(change, 'newString') ?? '', removed: textOf(change, 'oldString') ?? '' };
}

function render({ event }: HookInput, answer: HookAnswer): string {
  switch (answer.kind) {
    case 'silent':
      return '';
    case 'context':
      return event === 'stop' || event === 'compact' ? '' : JSON.stringify({ context: answer.text });
    case 'deny':
      return event === 'pre-tool' ? JSON.stringify({ deny: answer.reason }) : '';
    case 'hold':
      return event === 'stop' ? JSON.stringify({ hold: answer.reason }) : '';
    case 'let-go':
      return JSON.stringify({ notice: answer.text });
  }
}
