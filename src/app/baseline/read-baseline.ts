import path from 'node:path';
import type { BaselineEntry } from '#kernel/records/baseline.ts';
import { readState } from '#platform/state/state-file.ts';
import { baselinePath } from './baseline-path.ts';
import { parseBaseline } from './parse-baseline.ts';

/** What a worktree's baseline accepts; nothing where there is none. */
export function readBaseline(root: string): BaselineEntry[] {
  const text = readState(path.join(root, baselinePath));
  return text === undefined ? [] : parseBaseline(text);
}
