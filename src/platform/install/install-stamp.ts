import fs from 'node:fs';
import path from 'node:path';
import { fileStamp } from '../stamps/file-stamp.ts';
import { entriesOf } from '../stamps/folder-entries.ts';

/** Where the packages lie that have a native part, below a `node_modules`. */
const scopes = ['', '@ast-grep', '@oxc-parser'];

/** Changes when a package with a native part is put beside or above a folder, or taken away. */
export function installStamp(from: string): string {
  let stamp = '';
  for (let folder = from; folder !== path.dirname(folder); folder = path.dirname(folder)) {
    for (const scope of scopes)
      stamp += `${fs.statSync(path.join(folder, 'node_modules', scope), { throwIfNoEntry: false })?.mtimeMs ?? ''};`;
  }
  return stamp;
}

/**
 * Changes when a package comes or goes in one of these folders (`node_modules/@scope`), when another version takes its place, and when
 * something is built into it.
 */
export function packagesStamp(scopes: readonly string[]): string {
  return scopes
    .flatMap((scope) => entriesOf(scope).map(({ name }) => packageStamp(path.join(scope, name))))
    .sort()
    .join('\n');
}

function packageStamp(folder: string): string {
  return `${folder} ${fileStamp(folder)} ${fileStamp(path.join(folder, 'package.json'))}`;
}
