import path from 'node:path';
import type { AgentSpeech } from '../agent-speech.ts';
import { codexPatch } from '../speech/codex-patch.ts';
import { type Fields, fieldsOf, parseFields, textOf } from '../speech/fields.ts';
import { type ToolUse, toInput } from '../speech/heard.ts';
import { renderHookOutput } from '../speech/hook-output.ts';
import { shellPatch } from './shell-patch.ts';

/** Codex 0.169. Its hooks name the shell `Bash` and every edit `apply_patch`, whatever tool its model was given. */
export const codexSpeech: AgentSpeech = {
  parse: (event, text) => {
    const payload = parseFields(text);
    const input = fieldsOf(payload.tool_input);
    const name = textOf(payload, 'tool_name');
    return toInput(event, {
      agent: 'codex',
      session: textOf(payload, 'session_id'),
      cwd: textOf(payload, 'cwd'),
      subagent: textOf(payload, 'agent_id'),
      source: textOf(payload, 'source'),
      prompt: textOf(payload, 'prompt'),
      tool: { name, input, id: textOf(payload, 'tool_use_id'), use: toolUse(name, input) },
    });
  },
  // It refuses an answer with any key that it does not know at the moment, so nothing is added for good measure.
  render: (input, answer) => (input.event === 'stop' && answer.kind === 'context' ? '' : renderHookOutput(input, answer)),
};

function toolUse(tool: string | undefined, input: Fields): ToolUse | undefined {
  const command = textOf(input, 'command');
  if (command === undefined) return undefined;
  if (tool === 'apply_patch') return codexPatch(command);
  return tool === 'Bash' ? shellUse(command) : undefined;
}

function shellUse(command: string): ToolUse {
  const applied = shellPatch(command);
  if (applied === undefined) return { kind: 'shell', command };
  const use = codexPatch(applied.patch);
  return applied.folder === undefined ? use : inFolder(use, applied.folder);
}

function inFolder(use: ToolUse, folder: string): ToolUse {
  if (use.kind === 'shell') return use;
  const place = (file: string) => (path.isAbsolute(file) ? file : path.join(folder, file));
  return { kind: 'edit', edits: use.edits.map((edit) => ({ ...edit, path: place(edit.path) })), written: use.written.map(place) };
}
