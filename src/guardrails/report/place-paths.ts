/** What is known of where a report's paths come from. */
export interface ReportPlace {
  isFile(path: string): boolean;
  /** Real path of the worktree, where there is one. */
  root?: string;
  /** Folders of the repository that relative paths may start from, likeliest first; '' is the repository. */
  bases: readonly string[];
}

/**
 * The files of the repository that a report means. Its paths may be relative to a package, absolute on the machine that
 * wrote it, or written with backslashes: whatever most of them have in front of a path of this repository is taken for
 * the place it was checked out to. A path that leads nowhere is not in the answer.
 */
export function placePaths(written: Iterable<string>, place: ReportPlace): Map<string, string> {
  const names = [...new Set(written)].filter((one) => one.length <= longestPath);
  const ours = names.map((one) => ({ one, path: plainPath(one) })).filter(({ path }) => !isOfOthers(path));
  const placed = new Map<string, string>();
  for (const { one, path } of ours) {
    const known = knownPath(path, place);
    if (known !== undefined) placed.set(one, known);
  }
  const unplaced = ours.filter(({ one }) => !placed.has(one));
  const prefix = commonPrefix(
    unplaced.map(({ path }) => path),
    place,
  );
  if (prefix === undefined) return placed;
  for (const { one, path } of unplaced) {
    const rest = path.slice(prefix.length);
    if (path.startsWith(prefix) && place.isFile(rest)) placed.set(one, rest);
  }
  return placed;
}

/** No system has longer ones, and each of their parts costs a look. */
const longestPath = 4_096;

/** Forward slashes, without `file://`, `.` and `..` where they can be resolved. */
function plainPath(written: string): string {
  const path = written
    .trim()
    .replace(/^file:\/\/(?:localhost(?=\/))?/i, '')
    .replace(/^\/(?=[A-Za-z]:)/, '')
    .replaceAll('\\', '/');
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '.' || (part === '' && parts.length > 0)) continue;
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..' && parts.at(-1) !== '') parts.pop();
    else parts.push(part);
  }
  return parts.join('/');
}

/** Installed code may have files of the same names as ours. */
function isOfOthers(path: string): boolean {
  return /(?:^|\/)(?:node_modules|site-packages|\.cargo|\.venv)\//.test(path);
}

function knownPath(path: string, { isFile, root, bases }: ReportPlace): string | undefined {
  const here = root === undefined ? undefined : `${root.replaceAll('\\', '/').replace(/\/$/, '')}/`;
  if (here !== undefined && path.startsWith(here)) {
    const inside = path.slice(here.length);
    return isFile(inside) ? inside : undefined;
  }
  if (path.startsWith('/') || /^[A-Za-z]:\//.test(path)) return undefined;
  const base = bases.find((folder) => isFile(joined(folder, path)));
  return base === undefined ? undefined : joined(base, path);
}

function joined(folder: string, path: string): string {
  return folder === '' ? path : plainPath(`${folder}/${path}`);
}

/** What most paths have in front of a file of the repository; of equals the shortest, which leaves the longest path. */
function commonPrefix(paths: readonly string[], { isFile }: ReportPlace): string | undefined {
  const votes = new Map<string, number>();
  for (const path of paths) {
    for (let slash = path.indexOf('/'); slash !== -1; slash = path.indexOf('/', slash + 1)) {
      if (!isFile(path.slice(slash + 1))) continue;
      const prefix = path.slice(0, slash + 1);
      votes.set(prefix, (votes.get(prefix) ?? 0) + 1);
    }
  }
  const [best] = [...votes].sort(([a, votesOfA], [b, votesOfB]) => votesOfB - votesOfA || a.length - b.length);
  return best?.[0];
}
