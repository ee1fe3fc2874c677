import path from 'node:path';
import { MisuseError } from '#kernel/errors.ts';
import { isFolder, resolveInside } from '#platform/files/read-inside.ts';
import { findRepository } from '#platform/git/find-repository.ts';
import { requireRepository } from '../setup/require-repository.ts';

/** Real path of the worktree around `cwd` that has a harness; where there is none, the error says how to get one. */
export function findHarnessRoot(cwd: string): string {
  const repository = requireRepository(cwd);
  if (resolveInside(repository.root, 'harness') === undefined) {
    throw new MisuseError(`there is no harness in ${repository.root}.`, {
      code: 'no-harness',
      facts: { root: repository.root },
      fix: `Run \`tackroom init\` to set one up.${aboutOuter(repository.root)}`,
    });
  }
  if (!isFolder(repository.root, 'harness'))
    throw new MisuseError(`${path.join(repository.root, 'harness')} is no folder.`, {
      code: 'harness-no-folder',
      facts: { root: repository.root },
      fix: 'Give it another name, and run `tackroom init` to set a harness up.',
    });
  return repository.root;
}

/** Who stands in a submodule may expect the harness around it to be for its files too. */
function aboutOuter(root: string): string {
  const outer = findRepository(path.dirname(root))?.root;
  if (outer === undefined || resolveInside(outer, 'harness') === undefined) return '';
  return ` That of ${outer} is not for the files of a submodule, or of another repository inside it.`;
}
