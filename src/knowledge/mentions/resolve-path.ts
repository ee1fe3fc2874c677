import path from 'node:path';
import type { FileIndex } from '../files/file-index.ts';

/**
 * The file or folder that a document means by a path: from the top of the repository, from its own folder or one above that, or the
 * end of the only path that ends so. An extension may be left out, and so may all of a name but its beginning (`docs/decisions/0012`).
 */
export function resolvePath(written: string, from: string, files: FileIndex): string | undefined {
  const wanted = written.replace(/^\.?\//, '').replace(/\/+$/, '');
  if (wanted === '') return undefined;
  if (wanted.startsWith('../')) return there(path.posix.join(path.posix.dirname(from), wanted), files);
  const written1 = written.startsWith('./') ? [path.posix.dirname(from)] : [];
  for (const folder of [...written1, '', ...foldersUp(from)]) {
    const found = there(folder === '' || folder === '.' ? wanted : `${folder}/${wanted}`, files);
    if (found !== undefined) return found;
  }
  return endingSo(wanted, files) ?? beginningSo(wanted, files);
}

function there(wanted: string, files: FileIndex): string | undefined {
  return files.isFile(wanted) || files.isFolder(wanted) ? wanted : undefined;
}

function foldersUp(from: string): string[] {
  const folders: string[] = [];
  for (let folder = path.posix.dirname(from); folder !== '.'; folder = path.posix.dirname(folder)) folders.push(folder);
  return folders;
}

function endingSo(wanted: string, files: FileIndex): string | undefined {
  const named = files.byName(path.posix.basename(wanted));
  return named.find((file) => file.endsWith(`/${wanted}`));
}

function beginningSo(wanted: string, files: FileIndex): string | undefined {
  const folder = path.posix.dirname(wanted);
  const start = path.posix.basename(wanted);
  if (folder === '.' || !files.isFolder(folder)) return undefined;
  return files.filesIn(folder).find((file) => {
    const name = path.posix.basename(file);
    return name.startsWith(`${start}.`) || (/\d$/.test(start) && name.startsWith(`${start}-`));
  });
}
