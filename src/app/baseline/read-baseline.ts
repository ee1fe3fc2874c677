import type { BaselineEntry } from '#kernel/records/baseline.ts';
import { baselineText } from './baseline-text.ts';
import { parseBaseline } from './parse-baseline.ts';

/** What a worktree's baseline accepts; nothing where there is none. */
export function readBaseline(root: string): BaselineEntry[] {
  const text = baselineText(root);
  return text === undefined ? [] : parseBaseline(text);
}
