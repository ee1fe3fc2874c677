import { readInside } from '../files/read-inside.ts';
import { runSync } from '../process/run-sync.ts';
import type { Repository } from './find-repository.ts';

/** What the last commit and the worktree differ in: whole lines of a file. */
export interface LineChange {
  path: string;
  added: string;
  removed: string;
}

/**
 * The lines in which files of a worktree differ from the last commit; a file that git does not track is new as a whole.
 * Empty when git does not answer within `timeoutMs`.
 */
export function changedLines(repository: Repository, paths: readonly string[], timeoutMs: number): LineChange[] {
  const { root } = repository;
  const diff = runSync(['git', '--no-optional-locks', '-c', 'core.quotePath=false', ...diffArguments, 'HEAD', '--', ...paths], {
    cwd: root,
    timeoutMs,
  });
  if (diff.code !== 0) return [];
  const tracked = parseDiff(diff.stdout);
  const known = new Set(tracked.map(({ path }) => path));
  const others = paths.flatMap((path) => {
    const text = known.has(path) || !isUntracked(root, path, timeoutMs) ? undefined : readInside(root, path);
    return text === undefined ? [] : [{ path, added: text, removed: '' }];
  });
  return [...tracked, ...others];
}

const diffArguments = ['diff', '--no-color', '--no-ext-diff', '--no-renames', '--unified=0', '--src-prefix=a/', '--dst-prefix=b/'];

function isUntracked(root: string, path: string, timeoutMs: number): boolean {
  return runSync(['git', '--no-optional-locks', 'ls-files', '--error-unmatch', '--', path], { cwd: root, timeoutMs }).code === 1;
}

function parseDiff(text: string): LineChange[] {
  return text.split(/^diff --git /m).flatMap((part) => {
    const path = /^\+\+\+ b\/(.*?)\t?$/m.exec(part)?.[1];
    if (path === undefined) return [];
    const body = part.slice(part.indexOf('\n@@') + 1).split('\n');
    const lines = (sign: string) => body.flatMap((line) => (line.startsWith(sign) ? [line.slice(1)] : [])).join('\n');
    return [{ path, added: lines('+'), removed: lines('-') }];
  });
}
