import { findRepository, type Repository } from '#platform/git/find-repository.ts';
import { Spool } from '#platform/state/spool.ts';
import { stateFolder } from '#platform/state/state-folder.ts';
import { findSilentSessions, type SilentSessions } from '../setup/silent-sessions.ts';
import { letGo } from './let-go.ts';

/** Lines for a person whose agents ran in this worktree and called no hook, so that no guardrail reached them, or were let go. */
export async function hookSilence(about: {
  cwd: string;
  env: Readonly<Record<string, string | undefined>>;
  now: number;
}): Promise<string[]> {
  const repository = findRepository(about.cwd);
  if (repository === undefined) return [];
  try {
    const spool = new Spool(stateFolder(repository.commonDir, about.env));
    const heard = spool.sessions();
    const silences = findSilentSessions({ root: repository.root, env: about.env, now: about.now, heard });
    return [...(await describe(silences, repository, about.env)), ...letGo(spool, { root: repository.root, now: about.now })];
  } catch {
    return []; // what agents keep of themselves may be in any state; a check does not fail for it, and `doctor` says why
  }
}

/** What it takes to describe them is loaded where there are any. */
async function describe(
  silences: readonly SilentSessions[],
  repository: Repository,
  env: Readonly<Record<string, string | undefined>>,
): Promise<string[]> {
  if (silences.length === 0) return [];
  const { describeSilence } = await import('../setup/describe-silence.ts');
  const described = silences.map((silence) => describeSilence(silence, repository, env));
  return described.filter(({ state }) => state === 'broken').map(({ message, fix }) => `${message} ${fix}`);
}
