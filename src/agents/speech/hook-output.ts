import type { HookAnswer, HookEvent, HookInput } from '#kernel/records/hook.ts';

const eventNames: Record<HookEvent, string> = {
  'session-start': 'SessionStart',
  prompt: 'UserPromptSubmit',
  'pre-tool': 'PreToolUse',
  'post-tool': 'PostToolUse',
  stop: 'Stop',
  compact: 'PreCompact',
};

/** An answer as Claude Code 2.1 and Codex 0.169 read it; empty for silence, and for what the moment has no place for. */
export function renderHookOutput(input: HookInput, answer: HookAnswer): string {
  const { event } = input;
  const hookEventName = eventName(input);
  switch (answer.kind) {
    case 'silent':
      return '';
    case 'context':
      return event === 'compact' ? '' : JSON.stringify({ hookSpecificOutput: { hookEventName, additionalContext: answer.text } });
    case 'deny':
      return event === 'pre-tool'
        ? JSON.stringify({ hookSpecificOutput: { hookEventName, permissionDecision: 'deny', permissionDecisionReason: answer.reason } })
        : '';
    case 'hold':
      return event === 'stop' ? JSON.stringify({ decision: 'block', reason: answer.reason }) : '';
    case 'let-go':
      return JSON.stringify({ systemMessage: answer.text }); // shown to the person, never to the model
  }
}

/** A sub-agent starts and stops by events of its own; a session's start in it is that of its window after a compaction. */
function eventName({ event, subagent, ...input }: HookInput): string {
  if (subagent === undefined) return eventNames[event];
  if (event === 'stop') return 'SubagentStop';
  return event === 'session-start' && 'source' in input && input.source === 'startup' ? 'SubagentStart' : eventNames[event];
}
