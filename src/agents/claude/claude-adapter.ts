import type { AgentAdapter } from '../agent-adapter.ts';
import { groupFormat } from '../hook-config/group-format.ts';
import { hookWire } from '../hook-wire.ts';
import { snakeProbe } from '../speech/snake-probe.ts';

const edits = 'Write|Edit|MultiEdit|NotebookEdit';

/** Claude Code. */
export const claudeAdapter: AgentAdapter = {
  wiring: {
    agent: 'claude',
    title: 'Claude Code',
    file: '.claude/settings.json',
    format: groupFormat('seconds'),
    wires: [
      hookWire('claude', 'session-start', { event: 'SessionStart', timeoutSeconds: 10 }),
      hookWire('claude', 'pre-tool', { event: 'PreToolUse', matcher: 'Bash' }),
      hookWire('claude', 'post-tool', { event: 'PostToolUse', matcher: `${edits}|Bash` }),
      hookWire('claude', 'stop', { event: 'Stop' }),
      hookWire('claude', 'prompt', { event: 'UserPromptSubmit', timeoutSeconds: 10 }),
      hookWire('claude', 'pre-tool', { event: 'PreToolUse', matcher: edits, about: 'edit' }),
      hookWire('claude', 'session-start', { event: 'SubagentStart', about: 'sub-agent', timeoutSeconds: 10 }),
    ],
  },
  seenWith: '2.1.330',
  signs: ['.claude', 'CLAUDE.md'],
  carries: {
    'session-start': { how: 'yes' },
    prompt: { how: 'yes' },
    'pre-tool': { how: 'yes' },
    'post-tool': { how: 'yes' },
    stop: { how: 'yes' },
    compact: { how: 'yes' },
  },
  limits: [],
  files: [],
  probe: ({ event, about }, probe) =>
    snakeProbe(event, probe, {
      shell: 'Bash',
      edit: { tool_name: 'Write', tool_input: { file_path: probe.file, content: '' } },
      edits: event === 'PostToolUse' || about === 'edit',
    }),
};
