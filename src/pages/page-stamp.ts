import { harnessFiles } from './stamp/harness-files.ts';

/**
 * Changes whenever the settings or a guardrail may have changed, and is had without reading them: names, sizes, times
 * and inodes. Empty where there is no harness. `root` is a real path.
 */
export function pageStamp(root: string): string {
  let stamp = '';
  for (const { path, stat } of harnessFiles(root)) stamp += `${path}:${stat.bytes}:${stat.mtimeMs}:${stat.ctimeMs}:${stat.ino}\n`;
  return stamp;
}
