import { diffLines } from 'diff';
import type { FileChange } from './file-change.ts';

/** One change in numbers. */
export interface ChangeSummary {
  path: string;
  kind: 'new' | 'changed' | 'removed';
  linesAdded: number;
  linesRemoved: number;
  bytes: number;
}

export function summarizeChange({ path, before, after }: FileChange): ChangeSummary {
  const parts = diffLines(unify(before), unify(after));
  const sum = (side: 'added' | 'removed') => parts.filter((part) => part[side]).reduce((total, part) => total + part.count, 0);
  return {
    path,
    kind: kindOf(before, after),
    linesAdded: sum('added'),
    linesRemoved: sum('removed'),
    bytes: Buffer.byteLength(after ?? before ?? ''),
  };
}

function kindOf(before: string | undefined, after: string | undefined): ChangeSummary['kind'] {
  if (before === undefined) return 'new';
  return after === undefined ? 'removed' : 'changed';
}

function unify(text: string | undefined): string {
  return (text ?? '').replaceAll('\r\n', '\n');
}
