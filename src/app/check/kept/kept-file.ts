import type { Remembered } from '#guardrails/run-rules.ts';
import type { FileStamp } from '#platform/stamps/file-stamp.ts';

/** What is kept of one file. */
export interface KeptFile {
  /** From before it was read; undefined where it cannot be relied on. */
  stamp: FileStamp | undefined;
  /** Digest of its text; empty where nobody asked. Without spaces. */
  readonly hash: string;
  /** Whether a rule was for it. */
  readonly looked: boolean;
  /** What the rules that look at nothing but one file found in it. */
  found(): Remembered;
}

/** What a pack of files begins with, as a line of JSON. What follows is not JSON: it is read in a tenth of the time. */
export interface PackHead {
  /** How many bytes or numbers of each kind follow, in this order. */
  sizes: {
    /** Bytes of all paths, sorted and parted by a character that no path holds. */
    paths: number;
    /** Bytes of one hash; shorter ones end in spaces. */
    hash: number;
    files: number;
    findings: number;
    /** Bytes of all fingerprints, parted by a space. */
    fingerprints: number;
  };
  others: [file: number, others: OtherFacts][];
}

/** What there is to say of a file besides findings in the words of their rules. */
export interface OtherFacts extends Pick<Remembered, 'allows' | 'notes' | 'replacements' | 'suppressed'> {
  /** Messages that are not the rule's, by the place of the finding. */
  messages: [place: number, message: string][];
}
