/**
 * Where files went whose folder was renamed around them, as git saw of others in it: who was rewritten on the way is no
 * rename to git. `renames` are old names to new.
 */
export function followFolders(
  lost: readonly string[],
  renames: ReadonlyMap<string, string>,
  exists: (path: string) => boolean,
): Map<string, string> {
  const folders = new Map([...renames].map(([before, now]) => folderRename(before, now)));
  const followed = new Map<string, string>();
  for (const path of lost) {
    for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1)) {
      const folder = folders.get(path.slice(0, at));
      const now = folder === undefined ? undefined : `${folder}${path.slice(at)}`;
      if (now === undefined || !exists(now)) continue;
      followed.set(path, now);
      break;
    }
  }
  return followed;
}

/** The outermost folders that differ: `a/b/x.ts` that became `a/c/x.ts` says that `a/b` is `a/c` now. */
function folderRename(before: string, now: string): [string, string] {
  const [old, fresh] = [before.split('/'), now.split('/')];
  while (old.length > 1 && fresh.length > 1 && old.at(-1) === fresh.at(-1)) {
    old.pop();
    fresh.pop();
  }
  return [old.join('/'), fresh.join('/')];
}
