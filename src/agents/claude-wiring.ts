import { type AgentWiring, hookCommand } from './hook-wire.ts';

/** Hooks of Claude Code, as 2.1.330 reads them from a repository's settings. */
export const claudeWiring: AgentWiring = {
  agent: 'claude',
  title: 'Claude Code',
  file: '.claude/settings.json',
  wires: [
    { moment: 'session-start', event: 'SessionStart', timeoutSeconds: 10, command: hookCommand('claude', 'session-start') },
    { moment: 'pre-tool', event: 'PreToolUse', matcher: 'Bash', timeoutSeconds: 30, command: hookCommand('claude', 'pre-tool') },
    {
      moment: 'post-tool',
      event: 'PostToolUse',
      matcher: 'Write|Edit|MultiEdit|NotebookEdit|Bash',
      timeoutSeconds: 30,
      command: hookCommand('claude', 'post-tool'),
    },
    { moment: 'stop', event: 'Stop', timeoutSeconds: 30, command: hookCommand('claude', 'stop') },
  ],
};
