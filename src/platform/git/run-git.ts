import { MisuseError } from '#kernel/errors.ts';
import { PlatformError } from '../errors.ts';
import { runProcess } from '../process/run-process.ts';

/** Some two million names. */
const maxOutputBytes = 256 * 2 ** 20;
/** How git ends where the repository is not as it should be: an index that is corrupt, settings that it cannot read. */
const fatal = 128;

/** Runs git and returns what it printed; a failure says what git said. */
export function git(root: string, args: readonly string[], signal?: AbortSignal): Promise<string> {
  return gitWith({ root, env: process.env }, args, signal);
}

/** The same with an environment of its own, which replaces ours. */
export async function gitWith(
  place: { root: string; env: Record<string, string | undefined> },
  args: readonly string[],
  signal?: AbortSignal,
): Promise<string> {
  const command = ['git', '--no-optional-locks', '-c', 'core.quotePath=false', ...args];
  const outcome = await runProcess(command, { cwd: place.root, env: place.env, timeoutMs: 60_000, maxOutputBytes }, signal);
  if (outcome.kind === 'exited' && outcome.code === 0 && !outcome.truncated) return outcome.stdout;
  const said = outcome.stderr.trim().split('\n')[0] ?? '';
  if (outcome.kind === 'not-started')
    throw new MisuseError('There is no `git` on the PATH.', { code: 'no-git', fix: 'Install git, or put it on the PATH.' });
  if (said.includes('dubious ownership'))
    throw new MisuseError(`git does not trust ${place.root}: its files belong to somebody else.`, {
      code: 'untrusted-repository',
      fix: `If you trust it: git config --global --add safe.directory ${JSON.stringify(place.root)}`,
    });
  const why = said || (outcome.truncated ? `it printed more than ${maxOutputBytes / 2 ** 20} MiB` : outcome.kind);
  const Fault = outcome.kind === 'exited' && outcome.code === fatal ? MisuseError : PlatformError;
  throw new Fault(`git ${args.join(' ')} failed in ${place.root}: ${why}`, {
    code: 'git-failed',
    facts: { args, outcome: outcome.kind },
    fix: 'Run the same git command by hand to see why.',
  });
}

/** Every file that git tracks, and every untracked one it does not ignore. Deleted files are left out by their readers. */
export async function listFiles(root: string, signal?: AbortSignal): Promise<string[]> {
  return splitNul(await git(root, listArguments, signal));
}

/** Paths of git's `-z` output. */
export function splitNul(output: string): string[] {
  return output.split('\0').filter((part) => part !== '');
}

/** Arguments that list every file git tracks, and every untracked one it does not ignore, for `splitNul` to read. */
export const listArguments = ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--deduplicate'] as const;
