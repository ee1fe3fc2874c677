import { git } from './run-git.ts';

/** How many lines a commit added to a file, and how many it took out. */
export interface LineCount {
  /** Object name of the commit. */
  commit: string;
  added: number;
  deleted: number;
}

const listing = ['--numstat', '-z', '--find-renames', '--no-ext-diff', '--no-textconv', '--no-relative', '--format=%x01%H'];

/** By path as it was called then: how many lines of some files changed in the commits since a moment, in seconds since the epoch. */
export async function countLines(
  root: string,
  { paths, since }: { paths: readonly string[]; since: number },
  signal?: AbortSignal,
): Promise<Map<string, LineCount[]>> {
  if (paths.length === 0) return new Map();
  const before = ['-c', 'log.showSignature=false', '--literal-pathspecs', 'log', '--no-merges'];
  return parse(await git(root, [...before, ...listing, `--since=@${since}`, '--', ...paths], signal));
}

/** `\x01<commit>\0\n<added>\t<deleted>\t<path>\0`, and of a rename `<added>\t<deleted>\t\0<from>\0<to>\0`. */
function parse(output: string): Map<string, LineCount[]> {
  const counts = new Map<string, LineCount[]>();
  let commit = '';
  let rename: Omit<LineCount, 'commit'> | undefined;
  let isFrom = false;
  const note = (path: string, count: Omit<LineCount, 'commit'>) => counts.set(path, [...(counts.get(path) ?? []), { commit, ...count }]);
  for (const part of output.split('\0')) {
    const text = part.replace(/^\n+/, '');
    const count = rename === undefined ? readCount(text) : undefined;
    if (text.startsWith('\x01')) commit = text.slice(1).trim();
    else if (count?.path === '') [rename, isFrom] = [count, true];
    else if (count !== undefined) note(count.path, count);
    else if (rename !== undefined && isFrom) isFrom = false;
    else if (rename !== undefined) {
      note(part, rename);
      rename = undefined;
    }
  }
  return counts;
}

/** Of a file that is no text there are no lines. */
function readCount(text: string): (Omit<LineCount, 'commit'> & { path: string }) | undefined {
  const [, added = '', deleted = '', path] = /^(\d+|-)\t(\d+|-)\t(.*)$/s.exec(text) ?? [];
  return path === undefined ? undefined : { added: Number(added) || 0, deleted: Number(deleted) || 0, path };
}
