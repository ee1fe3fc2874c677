import fs from 'node:fs';
import { PlatformError } from '../errors.ts';
import { makeFolders } from './make-folders.ts';

/** Makes a folder that nobody but this user can enter, or makes sure that the one that is there is such. */
export function ownFolder(folder: string): void {
  makeFolders(folder);
  const stat = fs.lstatSync(folder);
  if (!stat.isDirectory() || (process.getuid !== undefined && stat.uid !== process.getuid())) {
    throw new PlatformError(`${folder} is not a folder of yours, so nothing that is secret can be kept there.`, {
      code: 'folder-not-ours',
      facts: { folder },
      fix: 'Move it away, or let XDG_STATE_HOME name another place.',
    });
  }
  if ((stat.mode & 0o077) !== 0) fs.chmodSync(folder, 0o700);
}
