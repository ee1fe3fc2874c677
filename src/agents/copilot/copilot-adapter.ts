import type { AgentAdapter } from '../agent-adapter.ts';
import { hookWire } from '../hook-wire.ts';

const edits = 'create|edit|str_replace|apply_patch';

/** Copilot CLI. It reads every file of the folder, so ours is one of its own. */
export const copilotAdapter: AgentAdapter = {
  wiring: {
    agent: 'copilot',
    title: 'Copilot CLI',
    file: '.github/hooks/tackroom.json',
    format: {
      grouped: false,
      commandKey: 'bash',
      settings: (timeoutSec) => ({ type: 'command', timeoutSec }),
      start: { version: 1 },
    },
    wires: [
      hookWire('copilot', 'session-start', { event: 'sessionStart', timeoutSeconds: 10 }),
      hookWire('copilot', 'session-start', { event: 'subagentStart', about: 'sub-agent', timeoutSeconds: 10 }),
      hookWire('copilot', 'prompt', { event: 'userPromptSubmitted', timeoutSeconds: 10 }),
      hookWire('copilot', 'pre-tool', { event: 'preToolUse', matcher: 'bash' }),
      hookWire('copilot', 'pre-tool', { event: 'preToolUse', matcher: edits, about: 'edit' }),
      hookWire('copilot', 'post-tool', { event: 'postToolUse', matcher: `${edits}|bash` }),
      hookWire('copilot', 'stop', { event: 'agentStop' }),
    ],
  },
  seenWith: '1.0.102',
  signs: ['.github/hooks', '.github/copilot-instructions.md', '.github/instructions'],
  carries: {
    'session-start': { how: 'yes' },
    prompt: { how: 'yes' },
    'pre-tool': { how: 'yes' },
    'post-tool': { how: 'yes' },
    stop: { how: 'partly', why: 'it can be held; what it leaves open when it is let go is told to nobody' },
    compact: { how: 'no', why: 'no hook of it was seen to tell of a compaction: what was said is not said again after one' },
  },
  limits: ['It runs hooks of a repository only in folders that a person told it to trust.'],
  files: [],
  probe: ({ event, about }, probe) => ({
    sessionId: probe.session,
    timestamp: 0,
    cwd: probe.cwd,
    ...(event === 'sessionStart' ? { source: 'new', initialPrompt: 'probe' } : {}),
    ...(event === 'subagentStart' ? { agentId: 'probe', agentName: 'probe', agentType: 'probe', parentAgentId: probe.session } : {}),
    ...(event === 'userPromptSubmitted' ? { prompt: 'probe' } : {}),
    ...(event === 'agentStop' ? { stopReason: 'end_turn', stop_hook_active: false } : {}),
    ...(/ToolUse$/.test(event) ? toolCall(event === 'postToolUse' || about === 'edit', probe) : {}),
  }),
};

function toolCall(edits: boolean, probe: { command: string; file: string }): Readonly<Record<string, unknown>> {
  return edits
    ? { toolName: 'create', toolArgs: { path: probe.file, file_text: '' } }
    : { toolName: 'bash', toolArgs: { command: probe.command } };
}
