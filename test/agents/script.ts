import type { ModelRequest } from './conversation.ts';

/** A tool call; paths are absolute, an edit replaces whole lines, `call` is a tool of our MCP server. */
export type Action =
  | { do: 'write'; path: string; text: string }
  | { do: 'edit'; path: string; from: string; to: string }
  | { do: 'run'; command: string }
  | { do: 'call'; tool: string; input: Record<string, unknown> };

/** What the scripted model does in one reply. */
export type Step = Action | { do: 'say'; text: string } | { do: 'together'; actions: readonly Action[] };

/** A prompt and what the model does about it. Prompts of one script must differ and not contain each other. */
export interface Task {
  prompt: string;
  steps: readonly Step[];
}

/** A step with an identifier that is the same whenever the same request is answered again. */
export interface Reply {
  id: string;
  step: Step;
}

/** One item of a reply on the wire. */
export interface Part {
  id: string;
  step: Exclude<Step, { do: 'together' }>;
}

export function partsOf({ id, step }: Reply): Part[] {
  return step.do === 'together' ? step.actions.map((action, n) => ({ id: `${id}part${n}`, step: action })) : [{ id, step }];
}

/**
 * The next reply as a function of the conversation alone, so that a request sent twice gets the same answer: the task is
 * the last prompt in the conversation, the step follows from what the model has said since. What hooks add does not count.
 */
export function nextReply(tasks: readonly Task[], request: ModelRequest): Reply | undefined {
  const { items } = request;
  const promptAt = items.findLastIndex((item) => item.from === 'user' && tasks.some((task) => item.text.includes(task.prompt)));
  const taskAt = tasks.findIndex((task) => items[promptAt]?.text.includes(task.prompt));
  let spoken = items.slice(promptAt + 1).filter((item) => item.from === 'assistant').length;
  for (const [n, step] of tasks[taskAt]?.steps.entries() ?? []) {
    const reply = { id: `task${taskAt}step${n}`, step };
    if (spoken <= 0) return reply;
    spoken -= partsOf(reply).length;
  }
  return undefined;
}
