import path from 'node:path';
import { removeFile } from '#platform/files/write-files.ts';
import { readState, writeState } from '#platform/state/state-file.ts';
import { warmFolder } from '#platform/state/state-folder.ts';
import { askFile } from '../hook/daemon-place.ts';

/** Lets the shells of a worktree's hooks find the daemon; one file a worktree, all with the same text. */
export function askFiles(text: string, env: Readonly<Record<string, string | undefined>>) {
  const roots = new Set<string>();
  const fileOf = (root: string) => path.join(warmFolder(root, env), askFile);
  return {
    add: (root: string) => {
      if (roots.has(root)) return;
      roots.add(root);
      try {
        writeState(fileOf(root), text);
      } catch {
        // no folder can be made there: its hooks ask at the socket
      }
    },
    /** Those that are still ours. */
    removeAll: () => {
      for (const root of roots) if (readState(fileOf(root)) === text) removeFile(warmFolder('', env), path.join(root, askFile));
    },
  };
}
