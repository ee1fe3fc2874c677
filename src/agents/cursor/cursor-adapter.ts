import type { AgentAdapter } from '../agent-adapter.ts';
import { hookWire } from '../hook-wire.ts';

/**
 * Cursor. Wired are only events whose answers it hands to its model: what is said at others would count as told and reach nobody.
 * So an edit is heard of at `postToolUse`, and not at `afterFileEdit`.
 */
export const cursorAdapter: AgentAdapter = {
  wiring: {
    agent: 'cursor',
    title: 'Cursor',
    file: '.cursor/hooks.json',
    format: {
      grouped: false,
      commandKey: 'command',
      settings: (timeout) => ({ timeout }),
      start: { version: 1 },
    },
    wires: [
      hookWire('cursor', 'session-start', { event: 'sessionStart', timeoutSeconds: 10 }),
      hookWire('cursor', 'pre-tool', { event: 'beforeShellExecution' }),
      hookWire('cursor', 'post-tool', { event: 'postToolUse', matcher: 'Write|Edit|Shell' }),
      hookWire('cursor', 'stop', { event: 'stop' }),
      hookWire('cursor', 'compact', { event: 'preCompact', timeoutSeconds: 10 }),
    ],
  },
  seenWith: undefined,
  signs: ['.cursor', '.cursorrules'],
  carries: {
    'session-start': { how: 'yes' },
    prompt: {
      how: 'no',
      why: 'beforeSubmitPrompt can stop a prompt and add nothing to it: .cursor/rules/tackroom.mdc says what holds always',
    },
    'pre-tool': { how: 'partly', why: 'a command can be denied, and nothing can be said before an edit: it is said after it' },
    'post-tool': { how: 'yes' },
    stop: { how: 'partly', why: 'what holds it comes as a follow-up, of which it takes five at most' },
    compact: { how: 'partly', why: 'what is open is not said at once after a compaction, but when it is found again' },
  },
  limits: [
    'Nothing of this was seen running: it is taken from documentation.',
    'Where it is told to load the hooks of Claude Code too, it hears everything twice.',
  ],
  files: [{ path: '.cursor/rules/tackroom.mdc', shipped: 'starter/agents/cursor-rule.mdc' }],
  probe: ({ event }, probe) => ({
    conversation_id: probe.session,
    generation_id: 'probe',
    hook_event_name: event,
    workspace_roots: [probe.cwd],
    ...(event === 'beforeShellExecution' ? { command: probe.command, cwd: probe.cwd } : {}),
    ...(event === 'postToolUse' ? { tool_name: 'Write', tool_input: { file_path: probe.file, content: '' }, tool_use_id: 'probe' } : {}),
    ...(event === 'stop' ? { status: 'completed', loop_count: 0 } : {}),
  }),
};
