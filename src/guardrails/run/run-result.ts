import type { Finding } from '#kernel/records/finding.ts';
import type { Tree } from '../tree.ts';

export interface Scope {
  tree: Tree;
  /** The files in question. */
  paths: readonly string[];
  /** True where `paths` are the whole repository: only then can something be missing from it. */
  whole: boolean;
  /** Real path of the worktree; absent when the tree is in memory. */
  root?: string;
  /** Whether files that `ast` rules cannot read whole are worth a note. It costs a search in each; no hook asks for it. */
  noteSyntax?: true;
  /** `monotonicMs()` of kernel/clock after which no further file is begun. */
  deadlineMs?: number;
}

/** A rule that could not be run to its end. */
export interface Fault {
  guardrail: string;
  message: string;
}

/** A finding that a `tackroom-allow` comment with a reason silenced. */
export interface Suppression {
  guardrail: string;
  path: string;
  /** Line of the comment, from 1. */
  line: number;
  reason: string;
  fingerprint: string;
  finding: Finding;
}

/** A suppression comment that silences nothing, and why; or a file that could not be read whole. */
export interface Note {
  about: 'suppression' | 'syntax';
  path: string;
  line: number;
  message: string;
}

export interface RunResult {
  /** Worst first. */
  findings: Finding[];
  suppressed: Suppression[];
  notes: Note[];
  /** How many files at least one rule looked at. */
  files: number;
  faults: Fault[];
  /** What the fix of its guardrail would write in the range of a finding, by `findingKey`. */
  replacements: ReadonlyMap<string, string>;
}
