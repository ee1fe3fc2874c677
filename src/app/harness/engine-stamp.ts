import path from 'node:path';
import { foldersStamp } from '#platform/files/file-stamp.ts';
import { findOwnPackage } from '#platform/install/own-package.ts';

/** Where npm puts what rules run on: in our own folder, or beside it. */
const native = ['node_modules/@ast-grep', 'node_modules/@oxc-parser', '../@ast-grep', '../@oxc-parser'];

/** Changes with every version, in a checkout with every edit of what compiles and runs rules, and when a native part comes or goes. */
export function engineStamp(): string {
  const { folder, version } = findOwnPackage(import.meta.url);
  const source = path.join(import.meta.dirname, '..', '..');
  const rooms = ['guardrails', 'pages', 'kernel', 'app/check', 'app/harness'].map((room) => path.join(source, room));
  return `${version} ${folder}\n${foldersStamp([...rooms, ...native.map((part) => path.join(folder, part))])}`;
}
