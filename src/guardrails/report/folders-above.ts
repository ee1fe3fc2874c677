/** The folders a path lies in, the repository ('') first and then from the nearest up. */
export function foldersAbove(path: string): string[] {
  const folders = [''];
  const parts = path.split('/').slice(0, -1);
  for (let depth = parts.length; depth > 0; depth--) folders.push(parts.slice(0, depth).join('/'));
  return folders;
}
