import path from 'node:path';
import { resolveInside } from '#platform/files/read-inside.ts';
import { type FileStat, statFolder } from '#platform/stamps/stat-folder.ts';
import { filesUnder } from '../harness/files-under.ts';
import { pageFolders } from '../page-kinds.ts';

/** The files that decide what the hook finds: the settings and the guardrails. Without reading one of them. */
export function harnessFiles(root: string): StampedFile[] {
  const settings = statsOf(root, 'harness', 'harness.yaml').filter(({ stat }) => stat.name === 'harness.yaml');
  return [...statsOf(root, 'harness/guardrails', '.md'), ...settings];
}

/** The files that decide what the hook says before an agent errs: those, and every page that an agent may be pointed to. */
export function guidanceFiles(root: string): StampedFile[] {
  const folders = Object.keys(pageFolders).filter((folder) => folder !== 'harness/guardrails');
  return [...harnessFiles(root), ...folders.flatMap((folder) => withSubfolders(root, folder).flatMap((one) => statsOf(root, one, '.md')))];
}

function withSubfolders(root: string, folder: string): string[] {
  const below = filesUnder(root, folder).flatMap((file) => (file.endsWith('.md') ? [path.posix.dirname(file)] : []));
  return [...new Set(below)];
}

interface StampedFile {
  path: string;
  stat: FileStat;
}

/** Nothing for a folder that a link leads out of the repository. */
function statsOf(root: string, folder: string, suffix: string): StampedFile[] {
  if (resolveInside(root, folder) === undefined) return [];
  return statFolder(path.join(root, folder), suffix).map((stat) => ({ path: `${folder}/${stat.name}`, stat }));
}
