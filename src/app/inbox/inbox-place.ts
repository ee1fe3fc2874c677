import { questionFolder } from '#inbox/question-files.ts';
import { readBranch } from '#platform/git/read-head.ts';
import { stateFolder } from '#platform/state/state-folder.ts';
import { requireRepository } from '../setup/require-repository.ts';

/** Where the questions of a repository are, and the worktree one stands in. */
export interface InboxPlace {
  /** Real path of the worktree. */
  root: string;
  /** The git folder that all worktrees share. */
  commonDir: string;
  branch?: string;
  state: string;
  questions: string;
}

export function inboxPlace(cwd: string, env: Readonly<Record<string, string | undefined>>): InboxPlace {
  const { root, commonDir, gitDir } = requireRepository(cwd);
  const state = stateFolder(commonDir, env);
  const branch = readBranch({ gitDir });
  return { root, commonDir, ...(branch === undefined ? {} : { branch }), state, questions: questionFolder(state) };
}
