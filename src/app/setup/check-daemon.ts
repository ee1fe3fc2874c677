import type { DoctorCheck } from '#kernel/records/doctor-report.ts';
import type { Repository } from '#platform/git/find-repository.ts';
import { findEngine } from '#platform/install/find-engine.ts';
import { stateFolder } from '#platform/state/state-folder.ts';
import { askAbout } from '../daemon/ask-about.ts';
import { wantsDaemon } from '../hook/wants-daemon.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Who answers the hooks of this repository sooner. Hooks work without it, so nothing about it is wrong. */
export async function checkDaemon({ commonDir, root }: Repository, env: Environment): Promise<DoctorCheck> {
  const about = { subject: 'daemon', name: 'process' };
  const state = await askAbout(stateFolder(commonDir, env));
  if (state.kind === 'silent')
    return {
      ...about,
      state: 'note',
      message: 'There is a socket at which nobody answers: hooks answer by themselves.',
      fix: 'Run `tackroom serve`.',
    };
  if (state.kind === 'none') return { ...about, state: 'ok', message: noneMessage(env) };
  const { version, pid, port, since, engine } = state.about;
  const running = `tackroom ${version} answers hooks at 127.0.0.1:${port}, process ${pid}, since ${new Date(since).toISOString()}.`;
  const used = findEngine(root, env)?.folder;
  if (used === engine) return { ...about, state: 'ok', message: running };
  return {
    ...about,
    state: 'note',
    message: `${running} It is of ${engine}; hooks in this worktree use ${used ?? 'no install'} and answer by themselves.`,
  };
}

function noneMessage(env: Environment): string {
  return wantsDaemon(env)
    ? 'None runs. The first hook of a session starts one.'
    : 'None is wanted here (TACKROOM_NO_DAEMON or CI is set): hooks answer by themselves.';
}
