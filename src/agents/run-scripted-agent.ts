import path from 'node:path';
import { type AgentEvent, agentEventSchema } from '#kernel/records/agent-event.ts';
import { runProcess } from '#platform/process/run-process.ts';
import { AgentError } from './errors.ts';

export interface ScriptedRun {
  workspace: string;
  /** The script as JSON; its shape is checked by the agent. */
  script: string;
  session: string;
  env: Record<string, string | undefined>;
  onEvent: (event: AgentEvent) => void;
}

/** Runs a scripted agent as a process of its own and reports what it does. Rejects with an AgentError when it fails. */
export async function runScriptedAgent(run: ScriptedRun, signal?: AbortSignal): Promise<void> {
  const program = path.join(import.meta.dirname, 'scripted', `main${path.extname(import.meta.filename)}`);
  const outcome = await runProcess(
    [process.execPath, '--disable-warning=ExperimentalWarning', program, run.session],
    {
      cwd: run.workspace,
      env: run.env,
      input: run.script,
      timeoutMs: 120_000,
      onLine: (line) => run.onEvent(agentEventSchema.parse(JSON.parse(line))),
    },
    signal,
  );
  if (outcome.kind === 'exited' && outcome.code === 0) return;
  throw new AgentError(`The scripted agent in ${run.workspace} ended badly (${outcome.kind}): ${outcome.stderr.trim().slice(-1000)}`, {
    code: 'agent-failed',
    facts: { outcome: outcome.kind },
  });
}
