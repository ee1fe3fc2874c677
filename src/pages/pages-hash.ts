import { createHash } from 'node:crypto';
import { readInside } from '#platform/files/read-inside.ts';
import { harnessFiles } from './stamp/harness-files.ts';

/**
 * Identity of what the guardrails and the settings say: SHA-256 over their sorted paths and texts, in hex.
 * It knows nothing of other pages, so that a new runbook does not compile the rules again. `root` is a real path.
 */
export function pagesHash(root: string): string {
  const hash = createHash('sha256');
  for (const { path } of harnessFiles(root)) {
    const text = readInside(root, path);
    // The length keeps one file's end from being taken for the next one's beginning.
    hash.update(text === undefined ? `${path}\0unreadable\0` : `${path}\0${text.length}\0${text}`);
  }
  return hash.digest('hex');
}
