import type { HookAgent } from '#kernel/records/hook.ts';

const text = { type: 'string', minLength: 1 };

function closed(properties: Record<string, unknown>, required: string[] = Object.keys(properties)): object {
  return { type: 'object', additionalProperties: false, properties, required };
}

/** Of Codex 0.169, the keys of the schemas that stand in its binary; Claude Code reads the same and more. */
function common(more: Record<string, unknown>): object {
  const flags = { continue: { type: 'boolean' }, stopReason: text, suppressOutput: { type: 'boolean' }, systemMessage: text };
  return closed({ ...flags, ...more }, []);
}

function specific(hookEventName: string, more: Record<string, unknown> = {}): object {
  const { additionalContext, ...verdict } = { additionalContext: text, ...more };
  return common({
    hookSpecificOutput: closed({ hookEventName: { const: hookEventName }, additionalContext, ...verdict }, ['hookEventName']),
  });
}

const verdict = { permissionDecision: { const: 'deny' }, permissionDecisionReason: text };
const block = common({ decision: { const: 'block' }, reason: text });

const codex = {
  SessionStart: specific('SessionStart'),
  UserPromptSubmit: specific('UserPromptSubmit'),
  PreToolUse: specific('PreToolUse', verdict),
  PostToolUse: specific('PostToolUse'),
  SubagentStart: specific('SubagentStart'),
  Stop: block,
  SubagentStop: block,
};

const geminiVerdict = common({ decision: { const: 'deny' }, reason: text });
const copilotContext = closed({ additionalContext: text });
const opencodeAnswer = (key: string) => closed({ [key]: text, notice: text }, []);

/** What each agent reads of an answer at its events, as far as it was seen to act on it: nothing else may be in one. */
export const answerSchemas: Readonly<Record<HookAgent, Readonly<Record<string, object>>>> = {
  codex,
  claude: {
    ...codex,
    Stop: { anyOf: [block, specific('Stop')] },
    SubagentStop: { anyOf: [block, specific('SubagentStop')] },
    PreCompact: common({}),
  },
  gemini: {
    SessionStart: specific('SessionStart'),
    BeforeAgent: specific('BeforeAgent'),
    BeforeTool: geminiVerdict,
    AfterTool: specific('AfterTool'),
    AfterAgent: geminiVerdict,
  },
  copilot: {
    sessionStart: copilotContext,
    subagentStart: copilotContext,
    userPromptSubmitted: copilotContext,
    preToolUse: { anyOf: [copilotContext, closed(verdict)] },
    postToolUse: copilotContext,
    agentStop: closed({ decision: { const: 'block' }, reason: text }),
  },
  opencode: {
    'session-start': opencodeAnswer('context'),
    prompt: opencodeAnswer('context'),
    'pre-tool': { anyOf: [opencodeAnswer('context'), closed({ deny: text })] },
    'post-tool': opencodeAnswer('context'),
    stop: opencodeAnswer('hold'),
  },
  cursor: {
    sessionStart: closed({ additional_context: text }),
    postToolUse: closed({ additional_context: text }),
    afterFileEdit: closed({ additional_context: text }),
    beforeShellExecution: closed({ permission: { const: 'deny' }, user_message: text, agent_message: text }),
    preToolUse: closed({ permission: { const: 'deny' }, user_message: text, agent_message: text }),
    beforeSubmitPrompt: closed({}),
    stop: closed({ followup_message: text }),
    preCompact: closed({}),
  },
};
