import type { Finding } from '#kernel/records/finding.ts';
import type { Note, Suppression } from './run-result.ts';

/** What rules that look at nothing but one file said of it. */
export interface Remembered {
  findings: readonly Finding[];
  suppressed: readonly Suppression[];
  notes: readonly Note[];
  /** Whether any rule was for this file. */
  looked: boolean;
}

/**
 * What an earlier run found and what is still true: whoever keeps it answers for that, by content. A run asks for a file
 * before it reads it, and hands over what it found. Rules of kinds without `lasting` are run whatever is remembered.
 */
export interface Memory {
  file(path: string): Remembered | undefined;
  keepFile(path: string, found: Remembered): void;
}
