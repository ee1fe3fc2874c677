import path from 'node:path';
import type { FileIndex } from '../files/file-index.ts';

/** Where a file or folder is now that was at a path, where that is certain; undefined where it is not. */
export function whereNow(wanted: string, files: FileIndex, renamed: ReadonlyMap<string, string>): string | undefined {
  const target = wanted.replace(/\/+$/, '');
  return (
    renamedFile(target, files, renamed) ?? otherCase(target, files) ?? renamedFolder(target, files, renamed) ?? onlyOfItsName(target, files)
  );
}

/** What git saw. */
export function renamedFile(target: string, files: FileIndex, renamed: ReadonlyMap<string, string>): string | undefined {
  const now = renamed.get(target);
  return now !== undefined && files.isFile(now) ? now : undefined;
}

function otherCase(target: string, files: FileIndex): string | undefined {
  const spelled = files.spelled(target);
  return spelled !== undefined && spelled !== target ? spelled : undefined;
}

/** All files of a folder went to one other, under the names they had. */
function renamedFolder(target: string, files: FileIndex, renamed: ReadonlyMap<string, string>): string | undefined {
  const folders = new Set<string | undefined>();
  for (const [old, now] of renamed) {
    if (!old.startsWith(`${target}/`)) continue;
    const rest = old.slice(target.length);
    folders.add(now.endsWith(rest) ? now.slice(0, -rest.length) : undefined);
  }
  const [only] = folders;
  return folders.size === 1 && only !== undefined && files.isFolder(only) ? only : undefined;
}

/** Names such as README.md say nothing: that there is only one is chance. */
function onlyOfItsName(target: string, files: FileIndex): string | undefined {
  const name = path.posix.basename(target);
  const same = files.byName(name);
  return same.length === 1 && !/^(?:readme|index|main|mod|__init__)\./i.test(name) ? same[0] : undefined;
}
