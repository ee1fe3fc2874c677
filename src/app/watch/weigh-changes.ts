import path from 'node:path';
import { pathKind } from '#platform/watch/path-kind.ts';
import type { Changes } from './change-queue.ts';

/**
 * How much has to be looked at again, from least to most: the texts of files that are known, which files and pages there
 * are, or everything, folders too.
 */
const amounts = ['nothing', 'texts', 'names', 'everything'] as const;
type Amount = (typeof amounts)[number];

interface Known {
  root?: string | undefined;
  files?: { has(path: string): boolean } | undefined;
  watched: { has(folder: string): boolean };
  /** Files that are there and that git does not tell of. */
  foreign: ReadonlySet<string>;
}

export function weighChanges({ paths, everything }: Changes, known: Known): Amount {
  if (everything) return 'everything';
  const weights = [...paths].map(([changed, named]) => amounts.indexOf(weigh(changed, { ...known, named })));
  return amounts[Math.max(0, ...weights)] ?? 'everything';
}

function weigh(changed: string, { files, foreign, named, root = '', watched }: Known & { named: boolean }): Amount {
  if (changed === '.git' || changed.startsWith('.git/')) return 'nothing'; // what matters there is watched by name
  if (path.posix.basename(changed) === '.gitignore') return 'everything';
  const kind = pathKind(root, changed);
  if (kind === 'folder') return named || !watched.has(changed) ? 'everything' : 'nothing';
  if (files?.has(changed) === true) return kind === 'file' ? ofFile(changed) : 'names';
  if (kind === 'missing') return watched.has(changed) ? 'everything' : 'nothing';
  return named || !foreign.has(changed) ? 'names' : 'nothing';
}

/** Pages, settings and the baseline are read with the names. */
function ofFile(changed: string): Amount {
  return /^(?:harness|docs)\//.test(changed) ? 'names' : 'texts';
}
