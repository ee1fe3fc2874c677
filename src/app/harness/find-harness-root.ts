import { MisuseError } from '#kernel/errors.ts';
import { resolveInside } from '#platform/files/read-inside.ts';
import { findRepository, lostGitFolder } from '#platform/git/find-repository.ts';

/** Real path of the worktree around `cwd` that has a harness; where there is none, the error says how to get one. */
export function findHarnessRoot(cwd: string): string {
  const repository = findRepository(cwd);
  if (repository === undefined) {
    const lost = lostGitFolder(cwd);
    if (lost !== undefined) {
      throw new MisuseError(`the git folder of this worktree, ${lost}, is not there.`, {
        code: 'lost-git-folder',
        facts: { cwd, lost },
        fix: 'Where the repository was moved, run `git worktree repair <path of this worktree>` in it.',
      });
    }
    throw new MisuseError(`${cwd} is not inside a git repository.`, {
      code: 'no-repository',
      facts: { cwd },
      fix: 'Change to your repository, or make one with `git init`.',
    });
  }
  if (resolveInside(repository.root, 'harness') === undefined) {
    throw new MisuseError(`there is no harness in ${repository.root}.`, {
      code: 'no-harness',
      facts: { root: repository.root },
      fix: 'Run `tackroom init` to set one up.',
    });
  }
  return repository.root;
}
