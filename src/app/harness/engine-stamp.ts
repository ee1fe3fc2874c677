import path from 'node:path';
import { findOwnPackage } from '#platform/install/own-package.ts';
import { foldersStamp } from '#platform/stamps/file-stamp.ts';

/** Where npm puts what rules run on: in our own folder, or beside it. */
const native = ['node_modules/@ast-grep', 'node_modules/@oxc-parser', '../@ast-grep', '../@oxc-parser'];
const nativeParts = /\.(?:node|so|dylib|dll)$|^package\.json$/;

/** Changes with every version, in a checkout with every edit of what compiles and runs rules, and when a native part comes or goes. */
export function engineStamp(): string {
  const { folder, version } = findOwnPackage(import.meta.url);
  const parts = native.map((part) => path.join(folder, part));
  return `${version} ${folder}\n${ownCode()}\n${foldersStamp(parts, nativeParts)}`;
}

/** Built, all of it is joined in one file (`scripts/bundle-cli.ts`). */
function ownCode(): string {
  const source = path.join(import.meta.dirname, '..', '..');
  if (import.meta.filename.endsWith('.js')) return foldersStamp([path.join(source, 'cli')], /^main\.cjs$/);
  return foldersStamp(['guardrails', 'pages', 'kernel', 'app/check', 'app/harness'].map((room) => path.join(source, room)));
}
