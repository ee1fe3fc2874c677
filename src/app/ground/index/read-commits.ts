import type { CommitRecord } from '#knowledge/ground-index.ts';
import { runProcess } from '#platform/process/run-process.ts';
import { parseCommit, partEnd } from './parse-commit.ts';

/** Commits that are looked back upon. */
export const mostCommits = 50_000;

/**
 * The commits of a range, the newest first, without merges; `range` as git takes it. Undefined where git cannot tell: a commit
 * of the range is gone, or objects are not at hand. Read as it comes: the whole may be a hundred megabytes.
 */
export async function readCommits(root: string, range: string, signal?: AbortSignal): Promise<CommitRecord[] | undefined> {
  const commits: CommitRecord[] = [];
  let rest = '';
  const onText = (text: string) => {
    const records = (rest + text).split(partEnd.record);
    rest = records.pop() ?? '';
    for (const record of records) commits.push(...parseCommit(record));
  };
  const format = `--format=${partEnd.record}%m%H %ct %P${partEnd.head}%B${partEnd.message}`;
  const shape = ['--raw', '--no-abbrev', '--no-renames', '--no-merges', '-z', '--no-show-signature', '--no-color', format];
  const settings = ['--no-optional-locks', '-c', 'core.quotePath=false', '-c', 'log.showSignature=false'];
  const command = ['git', ...settings, 'log', ...shape, `--max-count=${mostCommits}`, '--left-right', range, '--'];
  const env = { ...process.env, GIT_NO_LAZY_FETCH: '1' };
  const ended = await runProcess(command, { cwd: root, env, timeoutMs: 300_000, maxOutputBytes: 4096, onText }, signal);
  signal?.throwIfAborted();
  if (ended.kind !== 'exited' || ended.code !== 0) return undefined;
  return [...commits, ...parseCommit(rest)];
}
