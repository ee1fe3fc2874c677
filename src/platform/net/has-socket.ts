import fs from 'node:fs';
import path from 'node:path';

/** Whether there is something by that name; who asked it would know more, and take longer. */
export function hasSocket(folder: string, name: string): boolean {
  return fs.existsSync(path.join(folder, name));
}
