import type { FiledQuestion } from '#kernel/records/question.ts';
import type { InboxPlace } from './inbox-place.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Variables that agents set for what they run (Claude Code 2.1.330, Codex 0.169.0): the agent's name, and the variable that holds its session where there is one. */
const agents: readonly { marker: string; agent: string; session?: string }[] = [
  { marker: 'CLAUDECODE', agent: 'claude', session: 'CLAUDE_CODE_SESSION_ID' },
  { marker: 'CODEX_THREAD_ID', agent: 'codex', session: 'CODEX_THREAD_ID' },
  { marker: 'CODEX_SANDBOX', agent: 'codex' },
  { marker: 'GEMINI_CLI', agent: 'gemini' },
  { marker: 'CURSOR_AGENT', agent: 'cursor' },
  { marker: 'OPENCODE', agent: 'opencode' },
];

/** Who asks, by what its environment says and where it stands. The orchestrator names its runs. */
export function askerOf({ root, branch }: InboxPlace, env: Environment): FiledQuestion['from'] {
  const found = agents.find(({ marker }) => isSet(env[marker]));
  const agent = found?.agent ?? first(env.AI_AGENT);
  const session = first(found?.session === undefined ? undefined : env[found.session]);
  const run = first(env.TACKROOM_RUN);
  return {
    ...(agent === undefined ? {} : { agent }),
    ...(session === undefined ? {} : { session }),
    ...(run === undefined ? {} : { run }),
    worktree: root,
    ...(branch === undefined ? {} : { branch }),
  };
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== '' && value !== '0';
}

/** As much of it as a question may carry. */
function first(value: string | undefined): string | undefined {
  return value === undefined || value === '' ? undefined : value.slice(0, 100);
}
