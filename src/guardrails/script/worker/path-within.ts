import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** `src/` or `dist/` of this package: not the user's code, even where the user's repository is this one. */
const own = fileURLToPath(new URL('../../../', import.meta.url));

/** Path of a file of the repository itself, with forward slashes; undefined outside, and for installed packages. */
export function pathWithin(root: string, file: string): string | undefined {
  const relative = path.relative(root, file).split(path.sep);
  const isOutside = relative[0] === '..' || path.isAbsolute(relative.join(path.sep));
  return isOutside || relative.includes('node_modules') || file.startsWith(own) ? undefined : relative.join('/');
}
