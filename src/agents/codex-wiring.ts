import { type AgentWiring, hookCommand } from './hook-wire.ts';

/** Hooks of Codex, as 0.169 reads them from a trusted repository. */
export const codexWiring: AgentWiring = {
  agent: 'codex',
  title: 'Codex',
  file: '.codex/hooks.json',
  wires: [
    { moment: 'session-start', event: 'SessionStart', timeoutSeconds: 10, command: hookCommand('codex', 'session-start') },
    { moment: 'pre-tool', event: 'PreToolUse', matcher: '^Bash$', timeoutSeconds: 30, command: hookCommand('codex', 'pre-tool') },
    {
      moment: 'post-tool',
      event: 'PostToolUse',
      matcher: '^(Bash|apply_patch)$',
      timeoutSeconds: 30,
      command: hookCommand('codex', 'post-tool'),
    },
    { moment: 'stop', event: 'Stop', timeoutSeconds: 30, command: hookCommand('codex', 'stop') },
  ],
};
