import type { HookAnswer, HookEvent } from '#kernel/records/hook.ts';

const eventNames: Record<HookEvent, string> = {
  'session-start': 'SessionStart',
  prompt: 'UserPromptSubmit',
  'pre-tool': 'PreToolUse',
  'post-tool': 'PostToolUse',
  stop: 'Stop',
  compact: 'PreCompact',
};

/**
 * An answer as Claude Code 2.1 and Codex 0.169 read it; empty for silence. Codex rejects an answer with any key it does
 * not know, so nothing is added for good measure.
 */
export function renderAnswer(event: HookEvent, answer: HookAnswer): string {
  const hookEventName = eventNames[event];
  switch (answer.kind) {
    case 'silent':
      return '';
    case 'context':
      return JSON.stringify({ hookSpecificOutput: { hookEventName, additionalContext: answer.text } });
    case 'deny':
      return JSON.stringify({ hookSpecificOutput: { hookEventName, permissionDecision: 'deny', permissionDecisionReason: answer.reason } });
    case 'hold':
      return JSON.stringify({ decision: 'block', reason: answer.reason });
    case 'let-go':
      return JSON.stringify({ systemMessage: answer.text }); // shown to the person, never to the model
  }
}
