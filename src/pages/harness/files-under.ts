import path from 'node:path';
import { listFolder } from '#platform/files/list-folder.ts';
import { resolveInside } from '#platform/files/read-inside.ts';

/** Paths of all files and links under a folder of the repository; none for a folder that a link leads out of it. */
export function filesUnder(root: string, folder: string): string[] {
  if (resolveInside(root, folder) === undefined) return [];
  return listFolder(path.join(root, folder)).map((file) => `${folder}/${file}`);
}
