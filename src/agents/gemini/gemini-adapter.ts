import type { AgentAdapter } from '../agent-adapter.ts';
import { groupFormat } from '../hook-config/group-format.ts';
import { hookWire } from '../hook-wire.ts';
import { snakeProbe } from '../speech/snake-probe.ts';

/** Gemini CLI. Before an edit it can only be told no, which a harness says of commands: that moment is not wired. */
export const geminiAdapter: AgentAdapter = {
  wiring: {
    agent: 'gemini',
    title: 'Gemini CLI',
    file: '.gemini/settings.json',
    format: groupFormat('milliseconds'),
    wires: [
      hookWire('gemini', 'session-start', { event: 'SessionStart', timeoutSeconds: 10 }),
      hookWire('gemini', 'prompt', { event: 'BeforeAgent', timeoutSeconds: 10 }),
      hookWire('gemini', 'pre-tool', { event: 'BeforeTool', matcher: 'run_shell_command' }),
      hookWire('gemini', 'post-tool', { event: 'AfterTool', matcher: 'write_file|replace|run_shell_command' }),
      hookWire('gemini', 'stop', { event: 'AfterAgent' }),
    ],
  },
  seenWith: '0.61.0',
  signs: ['.gemini', 'GEMINI.md'],
  carries: {
    'session-start': { how: 'yes' },
    prompt: { how: 'yes' },
    'pre-tool': { how: 'partly', why: 'a command can be denied, and nothing can be said before an edit: it is said after it' },
    'post-tool': { how: 'yes' },
    stop: { how: 'yes' },
    compact: {
      how: 'no',
      why: 'its PreCompress comes before every request and tells nothing: what was said is not said again after a compression',
    },
  },
  limits: [
    'With --acp it calls no hook at session start and around tools.',
    'It runs hooks only in folders that a person told it to trust.',
  ],
  files: [],
  guide: { path: 'GEMINI.md', line: '@./AGENTS.md' },
  probe: ({ event }, probe) =>
    snakeProbe(event, probe, {
      shell: 'run_shell_command',
      edit: { tool_name: 'write_file', tool_input: { file_path: probe.file, content: '' } },
      edits: event === 'AfterTool',
    }),
};
