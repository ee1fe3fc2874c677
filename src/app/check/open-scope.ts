import type { Tree } from '#guardrails/tree.ts';
import { MisuseError } from '#kernel/errors.ts';
import { fileReader } from '#platform/files/file-reader.ts';
import { whyUnread } from '#platform/files/read-inside.ts';
import { changedFiles, stagedFiles } from '#platform/git/changed-files.ts';
import { mergeBase } from '#platform/git/merge-base.ts';
import { stagedCopy } from '#platform/git/staged-copy.ts';
import { type FileList, type Listing, listWorktreeFiles } from '#platform/git/worktree-files.ts';

/** Which files are in question. */
export type CheckScope =
  | { kind: 'all' }
  /** What differs from the last commit, untracked files included. */
  | { kind: 'changed' }
  /** What would be committed now, with its staged content. */
  | { kind: 'staged' }
  /** What differs from the commit at which this branch left a revision, uncommitted changes included. */
  | { kind: 'since'; revision: string };

/** The files of one check, readable until it is closed. */
export interface OpenScope {
  tree: Tree;
  /** The files in question, sorted. */
  paths: string[];
  /** Files left out because their names are not UTF-8. */
  unnameable: number;
  /** Files of the repository that a sparse checkout leaves out: they are in no question, and not missing. */
  absent: ReadonlySet<string>;
  /** Files that git does not compare with its index. */
  unwatched: readonly string[];
  /** What killed writers of ours may have left in the worktree. */
  temporary: readonly string[];
  close(): void;
}

const deepen =
  "This clone is shallow. In CI, check out with the whole history (actions/checkout: `fetch-depth: 0`); by hand: `git fetch --unshallow origin '+refs/heads/*:refs/remotes/origin/*'`.";

/** `looks`: of whoever looks at the same files. */
export async function openScope(about: { root: string; scope: CheckScope } & Listing, signal?: AbortSignal): Promise<OpenScope> {
  const { root, scope, ...listing } = about;
  if (scope.kind === 'staged') return openStaged(root, signal);
  const files = await listWorktreeFiles(root, signal, listing);
  const looks = await listing.looks;
  const read = fileReader(root, (path, stat) => looks?.see(path, stat));
  const tree = toTree(files, { read, whyUnread: (path) => whyUnread(root, path) });
  const among = scope.kind === 'all' ? undefined : await changedFiles(root, await baseOf(root, scope, signal), signal);
  return { ...restOf(files), tree, paths: narrow(files, among), close: () => {} };
}

async function openStaged(root: string, signal?: AbortSignal): Promise<OpenScope> {
  const staged = await stagedFiles(root, signal);
  const { files, read, remove, whyUnread } = await stagedCopy(root, signal);
  return { ...restOf(files), tree: toTree(files, { read, whyUnread }), paths: narrow(files, staged), close: remove };
}

function restOf({
  absent,
  temporary,
  unnameable,
  unwatched,
}: FileList): Pick<OpenScope, 'absent' | 'temporary' | 'unnameable' | 'unwatched'> {
  return { absent: new Set(absent), temporary, unnameable, unwatched };
}

async function baseOf(
  root: string,
  scope: Exclude<CheckScope, { kind: 'all' | 'staged' }>,
  signal?: AbortSignal,
): Promise<string | undefined> {
  if (scope.kind === 'changed') return undefined;
  const base = await mergeBase(root, scope.revision, signal);
  switch (base.kind) {
    case 'found':
      return base.commit;
    case 'no-commit':
      throw new MisuseError('There is no commit on this branch yet, so nothing can differ from one.', {
        code: 'no-commit',
        facts: { revision: scope.revision },
        fix: 'Use --changed or --staged, which take every file then, or commit first.',
      });
    case 'unknown-revision':
      throw new MisuseError(`${JSON.stringify(scope.revision)} is no revision of this ${base.shallow ? 'shallow clone' : 'repository'}.`, {
        code: 'unknown-revision',
        facts: { revision: scope.revision },
        fix: base.shallow ? deepen : 'Name a branch, tag or commit, such as --since origin/main; `git fetch` brings those of the remote.',
      });
    case 'unrelated':
      throw new MisuseError(`HEAD and ${scope.revision} have no common commit.`, {
        code: 'no-merge-base',
        facts: { revision: scope.revision },
        fix: base.shallow ? deepen : 'Name a revision that this branch grew from.',
      });
  }
}

/** A path that git names as changed and that is no regular file of the tree (a link, a submodule) is not in question. */
function narrow(files: FileList, among: readonly string[] | undefined): string[] {
  if (among === undefined) return files.paths;
  const wanted = new Set(among);
  return files.paths.filter((path) => wanted.has(path));
}

function toTree(files: FileList, reader: Pick<Tree, 'read' | 'whyUnread'>): Tree {
  const paths = files.absent.length === 0 ? files.paths : [...files.paths, ...files.absent].sort();
  let known: ReadonlySet<string> | undefined;
  const has = (path: string) => {
    known ??= new Set(paths);
    return known.has(path);
  };
  return { paths: () => paths, has, isListed: true, ...reader };
}
