import path from 'node:path';
import { resolveInside } from '#platform/files/read-inside.ts';
import { type FileStat, statFolder } from '#platform/stamps/stat-folder.ts';

/** The files that decide what the hook does: the settings and the guardrails. Without reading one of them. */
export function harnessFiles(root: string): { path: string; stat: FileStat }[] {
  const settings = statsOf(root, 'harness', 'harness.yaml').filter(({ stat }) => stat.name === 'harness.yaml');
  return [...statsOf(root, 'harness/guardrails', '.md'), ...settings];
}

/** Nothing for a folder that a link leads out of the repository. */
function statsOf(root: string, folder: string, suffix: string): { path: string; stat: FileStat }[] {
  if (resolveInside(root, folder) === undefined) return [];
  return statFolder(path.join(root, folder), suffix).map((stat) => ({ path: `${folder}/${stat.name}`, stat }));
}
