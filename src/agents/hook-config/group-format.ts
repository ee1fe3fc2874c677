import type { HookFormat } from './hook-format.ts';

/** Groups of a matcher and its handlers, as Claude Code began it; Codex and Gemini CLI read the same, each in its unit of time. */
export function groupFormat(unit: 'seconds' | 'milliseconds'): HookFormat {
  const factor = unit === 'seconds' ? 1 : 1000;
  return {
    grouped: true,
    commandKey: 'command',
    settings: (timeoutSeconds) => ({ type: 'command', timeout: timeoutSeconds * factor }),
    start: {},
  };
}
