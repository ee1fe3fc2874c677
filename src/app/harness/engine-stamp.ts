import path from 'node:path';
import { packagesStamp } from '#platform/install/install-stamp.ts';
import { findOwnPackage } from '#platform/install/own-package.ts';
import { fileStamp, foldersStamp } from '#platform/stamps/file-stamp.ts';

/** Where npm puts what rules run on: in our own folder, or beside it. */
const native = ['node_modules/@ast-grep', 'node_modules/@oxc-parser', '../@ast-grep', '../@oxc-parser'];

/** Changes with every version, in a checkout with every edit of what compiles and runs rules, and when a package with a native part comes or goes. */
export function engineStamp(): string {
  const { folder, version } = findOwnPackage(import.meta.url);
  return `${version} ${folder}\n${ownCode()}\n${packagesStamp(native.map((scope) => path.join(folder, scope)))}`;
}

/** Built, all of it is joined in one file (`scripts/bundle-cli.ts`). */
function ownCode(): string {
  const source = path.join(import.meta.dirname, '..', '..');
  if (import.meta.filename.endsWith('.js')) return fileStamp(path.join(source, 'cli', 'main.cjs'));
  return foldersStamp(['guardrails', 'pages', 'kernel', 'app/check', 'app/harness'].map((room) => path.join(source, room)));
}
