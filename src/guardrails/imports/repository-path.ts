import { posix } from 'node:path';

/** Paths here are relative to the repository; the repository's own folder is the empty string. */
export function folderOf(path: string): string {
  const folder = posix.dirname(path);
  return folder === '.' ? '' : folder;
}

/** The folder itself, then each one above it, the repository last. */
export function foldersUp(folder: string): string[] {
  const folders = [folder];
  for (let at = folder; at !== ''; ) {
    at = folderOf(at);
    folders.push(at);
  }
  return folders;
}

/** Undefined where the result would lie outside the repository. */
export function joinInside(folder: string, relative: string): string | undefined {
  if (posix.isAbsolute(relative)) return undefined;
  const joined = posix.join(folder, relative).replace(/\/$/, '');
  if (joined === '.') return '';
  return joined === '..' || joined.startsWith('../') ? undefined : joined;
}
