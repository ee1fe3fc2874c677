import path from 'node:path';
import type { AgentAdapter } from '#agents/agent-adapter.ts';
import type { Clock } from '#kernel/clock.ts';
import type { DoctorCheck, DoctorReport } from '#kernel/records/doctor-report.ts';
import type { Repository } from '#platform/git/find-repository.ts';
import { findEngine } from '#platform/install/find-engine.ts';
import { Spool } from '#platform/state/spool.ts';
import { readState } from '#platform/state/state-file.ts';
import { stateFolder } from '#platform/state/state-folder.ts';
import { checkCodexTrust } from './setup/check-codex-trust.ts';
import { checkEngine } from './setup/check-engine.ts';
import { checkHarness } from './setup/check-harness.ts';
import { checkWires } from './setup/check-wires.ts';
import { describeLimits } from './setup/describe-limits.ts';
import { describeSilence } from './setup/describe-silence.ts';
import { requireRepository } from './setup/require-repository.ts';
import { findSilentSessions } from './setup/silent-sessions.ts';
import { wiredAgents } from './setup/wired-agents.ts';

export interface DoctorRequest {
  cwd: string;
  env: Readonly<Record<string, string | undefined>>;
  clock: Clock;
}

/** Proves how this worktree is wired: looks at what is there, and sends a probe through each wire. */
export async function examine({ cwd, env, clock }: DoctorRequest, signal?: AbortSignal): Promise<DoctorReport> {
  const repository = requireRepository(cwd);
  const { root } = repository;
  const spool = new Spool(stateFolder(repository.commonDir, env));
  const engine = await checkEngine(root, env, signal);
  const harness = await checkHarness(root, signal);
  const mayProbe = findEngine(root, env) !== undefined;
  const checks: DoctorCheck[] = [...engine, ...harness.checks];
  for (const { adapter, asked } of wiredAgents(root)) {
    const wires = {
      adapter,
      asked,
      root,
      env,
      spool,
      hasGuardrails: harness.guardrails > 0,
      ...(harness.denied === undefined ? {} : { denied: harness.denied }),
    };
    const wired = await checkWires(wires, mayProbe, signal); // in turns: probes side by side would slow each other
    checks.push(...wired);
    const isWired = wired.every(({ name }) => name !== 'wiring');
    checks.push(...runsHooks(adapter, isWired, { repository, env }), ...(isWired ? describeLimits(adapter) : []));
  }
  for (const silence of findSilentSessions({ root, env, now: clock.now(), heard: spool.sessions() })) {
    checks.push({ subject: silence.agent, ...describeSilence(silence, repository, env) });
  }
  const ok = checks.every((check) => check.state === 'ok' || check.state === 'note');
  return { version: 1, root, ok, checks };
}

/** Whether the agent would run the hooks that are wired. */
function runsHooks(
  { wiring }: AgentAdapter,
  isWired: boolean,
  { repository, env }: { repository: Repository; env: DoctorRequest['env'] },
): DoctorCheck[] {
  if (wiring.agent === 'codex') return checkCodexTrust(repository, env);
  return wiring.agent === 'claude' && isWired ? [...claudeSwitch(repository.root), claudeFolder(repository.root)] : [];
}

/** Claude Code can be told to run no hooks at all, by the repository or by one person in it. */
function claudeSwitch(root: string): DoctorCheck[] {
  const files = ['.claude/settings.json', '.claude/settings.local.json'];
  const off = files.find((file) => /"disableAllHooks"\s*:\s*true/.test(readState(path.join(root, file)) ?? ''));
  if (off === undefined) return [];
  return [
    {
      subject: 'claude',
      name: 'hooks',
      state: 'missing',
      message: `${off} switches all hooks off.`,
      fix: `Remove disableAllHooks from ${off}.`,
    },
  ];
}

/** No hook can tell of a session that loads none: it has to be said beforehand. */
function claudeFolder(root: string): DoctorCheck {
  return {
    subject: 'claude',
    name: 'start folder',
    state: 'note',
    message: 'Claude Code reads .claude/settings.json only where it is started: in a subfolder it hears nothing.',
    fix: `Start it in ${root}, or with \`--settings ${root}/.claude/settings.json\`.`,
  };
}
