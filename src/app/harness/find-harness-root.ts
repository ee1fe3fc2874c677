import { MisuseError } from '#kernel/errors.ts';
import { resolveInside } from '#platform/files/read-inside.ts';
import { requireRepository } from '../setup/require-repository.ts';

/** Real path of the worktree around `cwd` that has a harness; where there is none, the error says how to get one. */
export function findHarnessRoot(cwd: string): string {
  const repository = requireRepository(cwd);
  if (resolveInside(repository.root, 'harness') === undefined) {
    throw new MisuseError(`there is no harness in ${repository.root}.`, {
      code: 'no-harness',
      facts: { root: repository.root },
      fix: 'Run `tackroom init` to set one up.',
    });
  }
  return repository.root;
}
