import { guidanceFiles, harnessFiles } from './stamp/harness-files.ts';

/**
 * Changes whenever what the hook goes by may have changed, and is had without reading it: names, sizes, times and inodes.
 * `rules`: the settings and the guardrails; `guidance`: every other page as well. Empty where there is no harness.
 * `root` is a real path.
 */
export function pageStamp(root: string, which: 'rules' | 'guidance' = 'rules'): string {
  let stamp = '';
  for (const { path, stat } of which === 'rules' ? harnessFiles(root) : guidanceFiles(root))
    stamp += `${path}:${stat.bytes}:${stat.mtimeMs}:${stat.ctimeMs}:${stat.ino}\n`;
  return stamp;
}
