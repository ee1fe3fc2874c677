import { runProcess } from '../process/run-process.ts';
import { findRepository } from './find-repository.ts';
import { readHead } from './read-head.ts';
import { git, splitNul } from './run-git.ts';

/** Text of a file as a commit has it, or as it is staged where `revision` is empty; undefined where it is not there. */
export async function readRevision(
  root: string,
  { revision, file }: { revision: string; file: string },
  signal?: AbortSignal,
): Promise<string | undefined> {
  const shown = await runProcess(['git', 'cat-file', 'blob', `${revision}:${file}`], { cwd: root, timeoutMs: 60_000 }, signal);
  return shown.kind === 'exited' && shown.code === 0 && !shown.truncated ? shown.stdout : undefined;
}

/** Files of a commit under a folder. */
export async function listRevision(
  root: string,
  { revision, folder }: { revision: string; folder: string },
  signal?: AbortSignal,
): Promise<string[]> {
  return splitNul(await git(root, ['ls-tree', '-r', '-z', '--name-only', '--full-tree', revision, '--', `${folder}/`], signal));
}

/** The last commit; undefined where there is none yet. Git is asked only where reading does not tell. */
export function headCommit(root: string, signal?: AbortSignal): Promise<string | undefined> {
  const repository = findRepository(root);
  const read = repository === undefined ? undefined : readHead(repository);
  if (read !== undefined && /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(read)) return Promise.resolve(read);
  return ask(root, ['rev-parse', '--verify', '--quiet', 'HEAD^{commit}'], signal);
}

/** The last commit up to a revision that changed a file, and the one before it. */
export async function lastChange(
  root: string,
  { revision, file }: { revision: string; file: string },
  signal?: AbortSignal,
): Promise<string[]> {
  const line = await ask(root, ['log', '-1', '--format=%H %P', '--end-of-options', revision, '--', file], signal);
  return (line ?? '')
    .split(' ')
    .filter((commit) => commit !== '')
    .slice(0, 2);
}

async function ask(root: string, args: readonly string[], signal?: AbortSignal): Promise<string | undefined> {
  const outcome = await runProcess(['git', ...args], { cwd: root, timeoutMs: 60_000 }, signal);
  return outcome.kind === 'exited' && outcome.code === 0 ? outcome.stdout.trim() : undefined;
}
