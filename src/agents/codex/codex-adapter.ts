import path from 'node:path';
import type { AgentAdapter, Probe } from '../agent-adapter.ts';
import { groupFormat } from '../hook-config/group-format.ts';
import { hookWire } from '../hook-wire.ts';
import { snakeProbe } from '../speech/snake-probe.ts';

/**
 * Codex. People approve each hook by its place and its text: what is here already stays as it is, word for word, and what is new
 * comes after it, also where one matcher could serve for both.
 */
export const codexAdapter: AgentAdapter = {
  wiring: {
    agent: 'codex',
    title: 'Codex',
    file: '.codex/hooks.json',
    format: groupFormat('seconds'),
    wires: [
      hookWire('codex', 'session-start', { event: 'SessionStart', timeoutSeconds: 10 }),
      hookWire('codex', 'pre-tool', { event: 'PreToolUse', matcher: '^Bash$' }),
      hookWire('codex', 'post-tool', { event: 'PostToolUse', matcher: '^(Bash|apply_patch)$' }),
      hookWire('codex', 'stop', { event: 'Stop' }),
      hookWire('codex', 'prompt', { event: 'UserPromptSubmit', timeoutSeconds: 10 }),
      hookWire('codex', 'pre-tool', { event: 'PreToolUse', matcher: '^apply_patch$', about: 'edit' }),
      hookWire('codex', 'session-start', { event: 'SubagentStart', about: 'sub-agent', timeoutSeconds: 10 }),
    ],
  },
  seenWith: '0.169.0',
  signs: ['.codex'],
  carries: {
    'session-start': { how: 'yes' },
    prompt: { how: 'yes' },
    'pre-tool': { how: 'yes' },
    'post-tool': {
      how: 'partly',
      why: 'a patch that a shell line applies (`apply_patch <<EOF`) calls no hook after it: what it breaks is told when the agent stops',
    },
    stop: { how: 'yes' },
    compact: { how: 'yes' },
  },
  limits: [],
  files: [],
  probe: ({ event, about }, probe) => ({
    model: 'probe',
    ...(event === 'SessionStart' ? {} : { turn_id: 'probe' }),
    ...snakeProbe(event, probe, {
      shell: 'Bash',
      edit: { tool_name: 'apply_patch', tool_input: { command: patchOf(probe) } },
      edits: event === 'PostToolUse' || about === 'edit',
    }),
  }),
};

function patchOf(probe: Probe): string {
  const file = path.relative(probe.cwd, probe.file).split(path.sep).join('/');
  return `*** Begin Patch\n*** Update File: ${file}\n@@\n-a\n+a\n*** End Patch\n`;
}
