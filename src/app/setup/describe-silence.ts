import type { DoctorCheck } from '#kernel/records/doctor-report.ts';
import type { Repository } from '#platform/git/find-repository.ts';
import { codexApprovedAt } from './check-codex-trust.ts';
import type { SilentSessions } from './silent-sessions.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** What a person is told about sessions that called no hook. */
export function describeSilence(silence: SilentSessions, repository: Repository, env: Environment): Omit<DoctorCheck, 'subject'> {
  const { root } = repository;
  const sessions = silence.count === 1 ? 'A session' : `${silence.count} sessions`;
  const since = `the last began ${new Date(silence.latestAt).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  if (silence.agent === 'codex') return describeCodex({ ...silence, sessions, since }, root, codexApprovedAt(repository, env));
  return {
    name: 'sessions',
    state: 'broken',
    message: `${sessions} of Claude Code ran here and called no hook (${since}).`,
    fix: `Start Claude Code at ${root}: below it, it does not read .claude/settings.json. \`/hooks\` in a session lists what is loaded.`,
  };
}

function describeCodex(
  about: { latestAt: number; sessions: string; since: string },
  root: string,
  approvedAt: number | undefined,
): Omit<DoctorCheck, 'subject'> {
  const { latestAt, sessions, since } = about;
  const ran = `${sessions} of Codex ran here`;
  if (approvedAt === undefined) {
    return {
      name: 'sessions',
      state: 'broken',
      message: `${ran} and called no hook (${since}): Codex skips what it does not trust.`,
      fix: `Run \`codex\` in ${root}, trust the folder, type /hooks and approve them.`,
    };
  }
  if (latestAt <= approvedAt) {
    return {
      name: 'sessions',
      state: 'note',
      message: `approved, not seen running yet: ${sessions} of Codex ran here before the hooks were approved (${since}).`,
      fix: 'The next session of Codex here settles it; run `tackroom doctor` after it.',
    };
  }
  return {
    name: 'sessions',
    state: 'broken',
    message: `${ran} and called no hook (${since}), although every hook is approved.`,
    fix: `Run \`codex\` in ${root} and type /hooks: it lists what it loaded, and from where.`,
  };
}
