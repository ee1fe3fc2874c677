import type { Remembered } from '#guardrails/run-rules.ts';
import type { FileStamp } from '#platform/stamps/file-stamp.ts';

/** What is kept of one file. */
export interface KeptFile {
  /** From before it was read; undefined where it cannot be relied on. */
  stamp: FileStamp | undefined;
  /** Digest of its text; empty where nobody asked. */
  readonly hash: string;
  /** Whether a rule was for it. */
  readonly looked: boolean;
  /** What the rules that look at nothing but one file found in it. */
  found(): Remembered;
}

/** All files that are kept, as few long texts and lists of numbers: they are read and written in a third of the time. */
export interface PackedFiles {
  /** Parted by a character that no path holds. */
  paths: string;
  /** Size, two times and inode of each file; -1 where they cannot be relied on. `packNumbers` of doubles. */
  stamps: string;
  /** Parted by a space. */
  hashes: string;
  /** A character a file: whether a rule was for it. */
  looked: string;
  /** How many findings each file has. `packNumbers` of whole numbers, as are the findings. */
  counts: string;
  /** Five numbers a finding: the index of its rule, then its range, or zeros where it has none. */
  findings: string;
  /** Parted by a space. */
  fingerprints: string;
  others: [file: number, others: OtherFacts][];
}

/** What there is to say of a file besides findings in the words of their rules. */
export interface OtherFacts extends Pick<Remembered, 'allows' | 'notes' | 'replacements' | 'suppressed'> {
  /** Messages that are not the rule's, by the place of the finding. */
  messages: [place: number, message: string][];
}
