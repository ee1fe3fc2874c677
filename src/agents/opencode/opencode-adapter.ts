import type { AgentAdapter } from '../agent-adapter.ts';
import { hookWire } from '../hook-wire.ts';

/** opencode. It has no hooks in a configuration, but runs plugins of a repository: ours calls the hook. */
export const opencodeAdapter: AgentAdapter = {
  wiring: {
    agent: 'opencode',
    title: 'opencode',
    file: '.opencode/plugin/tackroom.js',
    format: 'plugin',
    wires: [
      hookWire('opencode', 'session-start', { event: 'chat.message' }),
      hookWire('opencode', 'prompt', { event: 'chat.message' }),
      hookWire('opencode', 'pre-tool', { event: 'tool.execute.before' }),
      hookWire('opencode', 'pre-tool', { event: 'tool.execute.before', about: 'edit' }),
      hookWire('opencode', 'post-tool', { event: 'tool.execute.after' }),
      hookWire('opencode', 'stop', { event: 'session.idle' }),
    ],
  },
  seenWith: '1.18.33',
  signs: ['.opencode', 'opencode.json', 'opencode.jsonc'],
  carries: {
    'session-start': { how: 'yes' },
    prompt: { how: 'yes' },
    'pre-tool': { how: 'yes' },
    'post-tool': { how: 'yes' },
    stop: { how: 'partly', why: 'what holds it comes as a prompt after it stopped, and `opencode run` has ended by then' },
    compact: {
      how: 'no',
      why: 'its window begins anew with a session start that our plugin makes of session.compacted; that was not seen running',
    },
  },
  limits: ['Before it runs a plugin it installs @opencode-ai/plugin once, from the registry of npm: without a network it hangs there.'],
  files: [{ path: '.opencode/plugin/tackroom.js', shipped: 'starter/agents/opencode-plugin.js' }],
  probe: ({ event, about }, probe) => ({
    session: probe.session,
    cwd: probe.cwd,
    prompt: 'probe',
    ...(event.startsWith('tool.')
      ? { call: `probe-${event}`, ...toolCall(event === 'tool.execute.after' || about === 'edit', probe) }
      : {}),
  }),
};

function toolCall(edits: boolean, probe: { command: string; file: string }): Readonly<Record<string, unknown>> {
  return edits ? { tool: 'write', args: { filePath: probe.file, content: '' } } : { tool: 'bash', args: { command: probe.command } };
}
