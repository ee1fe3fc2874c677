import { MisuseError } from '#kernel/errors.ts';
import { brokenGitFile, findRepository, type Repository } from '#platform/git/find-repository.ts';

/** The repository around a folder; without one there is nothing to set up or to check. */
export function requireRepository(from: string): Repository {
  const repository = findRepository(from);
  if (repository !== undefined) return repository;
  const broken = brokenGitFile(from);
  if (broken === undefined)
    throw new MisuseError(`${from} is not inside a git repository.`, {
      code: 'no-repository',
      facts: { from },
      fix: 'Go to your repository, or make one with `git init`.',
    });
  const { file, target } = broken;
  if (target === undefined)
    throw new MisuseError(`${file} leads to no git folder: it has no line \`gitdir: <path>\` that can be read.`, {
      code: 'broken-git-file',
      facts: { file },
      fix: 'Run `git status` there to see what git says. Move the file away where it does not belong there.',
    });
  throw new MisuseError(`the git folder of this worktree, ${target}, is not there.`, {
    code: 'lost-git-folder',
    facts: { from, file, target },
    fix: 'Where the repository was moved, run `git worktree repair <path of this worktree>` in it. A submodule: `git submodule update --init` above it.',
  });
}
