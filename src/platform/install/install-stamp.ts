import fs from 'node:fs';
import path from 'node:path';

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
