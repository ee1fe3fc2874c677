import { MisuseError } from '#kernel/errors.ts';
import { findRepository, type Repository } from '#platform/git/find-repository.ts';

/** The repository around a folder; without one there is nothing to set up. */
export function requireRepository(from: string): Repository {
  const repository = findRepository(from);
  if (repository !== undefined) return repository;
  throw new MisuseError(`${from} is not inside a git repository.`, {
    code: 'no-repository',
    facts: { from },
    fix: 'Run `git init` first, or go to a repository.',
  });
}
