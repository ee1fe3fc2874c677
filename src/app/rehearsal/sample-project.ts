import path from 'node:path';
import { copyFolder, linkFolder, makeScratchFolder } from '#platform/files/scratch-folder.ts';
import { openTarget, removeFolder, stageWrite } from '#platform/files/write-files.ts';
import { gitWith } from '#platform/git/run-git.ts';

export interface SampleProject {
  /** Real path of the worktree. */
  root: string;
  /** Environment of everything that runs in it: its own home, nothing of the person's configuration. */
  env: Record<string, string | undefined>;
  commit(message: string, signal?: AbortSignal): Promise<void>;
  /** Removes it with everything that ran in it left behind. */
  remove(): void;
}

/** A small TypeScript project under git, with a remote to push to and this package in its node_modules. */
export async function makeSampleProject(
  own: string,
  env: Record<string, string | undefined>,
  signal?: AbortSignal,
): Promise<SampleProject> {
  const scratch = makeScratchFolder('tackroom-rehearsal');
  const root = path.join(scratch, 'price-board');
  const remote = path.join(scratch, 'remote.git');
  copyFolder(path.join(own, 'rehearsal', 'project'), root);
  linkFolder(own, path.join(root, 'node_modules', 'tackroom'));
  linkFolder(path.join(own, 'bin', 'tackroom'), path.join(root, 'node_modules', '.bin', 'tackroom'));
  const home = path.join(scratch, 'home');
  const privateEnv = {
    PATH: env.PATH,
    LANG: env.LANG,
    TERM: env.TERM,
    HOME: home,
    XDG_STATE_HOME: path.join(home, 'state'),
    TACKROOM_NO_DAEMON: '1',
    ...gitIdentity,
  };
  const run = (args: string[], abort = signal) => gitWith({ root, env: privateEnv }, args, abort);
  const commit = async (message: string, abort?: AbortSignal) => {
    await run(['add', '-A'], abort);
    await run(['commit', '-qm', message], abort);
  };
  stageWrite(openTarget(root, '.gitignore'), 'node_modules/\n').commit();
  await run(['init', '-q', '--bare', '-b', 'main', remote]);
  await run(['init', '-q', '-b', 'main']);
  await run(['remote', 'add', 'origin', remote]);
  await commit('Begin the price board');
  return { root, env: privateEnv, commit, remove: () => removeFolder(scratch) };
}

const gitIdentity = {
  GIT_AUTHOR_NAME: 'Rehearsal',
  GIT_AUTHOR_EMAIL: 'rehearsal@example.invalid',
  GIT_COMMITTER_NAME: 'Rehearsal',
  GIT_COMMITTER_EMAIL: 'rehearsal@example.invalid',
};
