import path from 'node:path';
import { foldersStamp } from '#platform/files/file-stamp.ts';
import { findOwnPackage } from '#platform/install/own-package.ts';

/** Changes with every version, and in a checkout with every edit of what compiles and runs rules. */
export function engineStamp(): string {
  const { folder, version } = findOwnPackage(import.meta.url);
  const source = path.join(import.meta.dirname, '..', '..');
  return `${version} ${folder}\n${foldersStamp(['guardrails', 'pages', 'kernel', 'app/check', 'app/harness'].map((room) => path.join(source, room)))}`;
}
