import { runProcess } from '../process/run-process.ts';

export type MergeBase =
  | { kind: 'found'; commit: string }
  | { kind: 'no-commit' }
  | { kind: 'unknown-revision'; shallow: boolean }
  | { kind: 'unrelated'; shallow: boolean };

/** The commit at which the history of HEAD left that of a revision. */
export async function mergeBase(root: string, revision: string, signal?: AbortSignal): Promise<MergeBase> {
  const commit = await ask(root, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`], signal);
  const head = await ask(root, ['rev-parse', '--verify', '--quiet', 'HEAD^{commit}'], signal);
  if (head === undefined) return { kind: 'no-commit' };
  if (commit === undefined) return { kind: 'unknown-revision', shallow: await isShallow(root, signal) };
  const base = await ask(root, ['merge-base', commit, 'HEAD'], signal);
  if (base !== undefined) return { kind: 'found', commit: base };
  return { kind: 'unrelated', shallow: await isShallow(root, signal) };
}

async function isShallow(root: string, signal?: AbortSignal): Promise<boolean> {
  return (await ask(root, ['rev-parse', '--is-shallow-repository'], signal)) === 'true';
}

/** Undefined where git says no. */
async function ask(root: string, args: readonly string[], signal?: AbortSignal): Promise<string | undefined> {
  const outcome = await runProcess(['git', ...args], { cwd: root, timeoutMs: 60_000 }, signal);
  return outcome.kind === 'exited' && outcome.code === 0 ? outcome.stdout.trim().split('\n')[0] : undefined;
}
