import type { Finding } from '#kernel/records/finding.ts';
import type { FactThread } from '../ast/bulk/reading.ts';
import type { Hit, Report } from '../kind/check-kind.ts';
import type { Tree } from '../tree.ts';
import type { QuietFiles } from './quiet-files.ts';

export interface Scope {
  tree: Tree;
  /** The files in question. */
  paths: readonly string[];
  /** True where `paths` are the whole repository: only then can something be missing from it. */
  whole: boolean;
  /** Ids that a suppression may name; default: those of the rules that run. */
  known?: ReadonlySet<string>;
  /** Real path of the worktree; absent when the tree is in memory. */
  root?: string;
  /** Whether files that `ast` rules cannot read whole are worth a note. It costs a search in each; no hook asks for it. */
  noteSyntax?: true;
  /** Whether suppression comments are wanted of all files that a rule is for. Else of those that are read for whatever reason. */
  everyAllow?: true;
  /** `monotonicMs()` of kernel/clock after which no further file is begun. */
  deadlineMs?: number;
  /** What was gathered for rules that judge reports, by the rule's id; the others of those kinds are passed over. */
  reports?: ReadonlyMap<string, Report>;
  /** True where the tree is an example: then what a report speaks of counts as being there. */
  example?: true;
  /** When a file was last written, in milliseconds since the Unix epoch. */
  modifiedMs?(path: string): number | undefined;
  /** Set where `tree` is what lies under `root` now: then other programs may read it too. */
  onDisk?: true;
  /** By path, what the `ast` rules find in files that were searched ahead. */
  searched?: SearchedFiles;
  /** Where rules of other kinds can find nothing in files that were read ahead. */
  quiet?: QuietFiles;
  /** Started ahead, for many files. Whoever did so ends it. */
  thread?: FactThread;
  /** What was found before in files that are the same still. */
  memory?: Memory;
  /** What it knew of `paths` when the run began. */
  recalled?: Recalled;
}

/** What is known of files that were, or are being, searched ahead. */
export interface SearchedFiles {
  /** Undefined for a file that was not, and for one that has yet to be told of. */
  get(path: string): Searched | undefined;
  /** Whether a file is being searched now. */
  isPending(path: string): boolean;
  /** Resolves when some that are being searched now are told of. To be called while there are any. */
  next(): Promise<void>;
}

/** What all `ast` rules together found in a file. */
export interface Searched {
  /** By the rule's id. */
  hits: ReadonlyMap<string, readonly Hit[]>;
  /** Ids of the rules that find something there, but what and where has yet to be told. */
  open: ReadonlySet<string>;
  /** Whether it may hold syntax that its grammar does not know. */
  lost: boolean;
  /** Whether there may be suppression comments in it. */
  allows: boolean;
}

/** A rule that could not be run to its end. */
export interface Fault {
  guardrail: string;
  message: string;
  /** Whose mistake it is: what a page asks for cannot be done, or we failed. */
  by: 'page' | 'tackroom';
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

/** A `tackroom-allow` comment with a reason, for a guardrail that runs here, whether it silences anything or not. */
export interface AllowComment {
  guardrail: string;
  path: string;
  /** From 1. */
  line: number;
  reason: string;
}

/** A suppression comment that silences nothing, and why; a file that could not be read whole; what a report does not tell. */
export interface Note {
  about: 'suppression' | 'syntax' | 'report';
  path: string;
  line: number;
  message: string;
}

export interface RunResult {
  /** Worst first. */
  findings: Finding[];
  suppressed: Suppression[];
  /** In files that a rule looked at. */
  allows: AllowComment[];
  notes: Note[];
  /** How many files at least one rule looked at. */
  files: number;
  faults: Fault[];
  /** What the fix of its guardrail would write in the range of a finding, by `findingKey`. */
  replacements: ReadonlyMap<string, string>;
}

/** What rules that look at nothing but one file said of it. */
export interface Remembered {
  findings: readonly Finding[];
  suppressed: readonly Suppression[];
  allows: readonly AllowComment[];
  notes: readonly Note[];
  replacements: readonly (readonly [finding: string, replacement: string])[];
  /** Whether any rule was for this file. */
  looked: boolean;
}

/** What is known of many files, in their order. */
export interface Recalled {
  /** Of which nothing is known. */
  left: string[];
  /** Known ones that a rule was for. */
  looked: string[];
  /** What there is to say of known ones. */
  found: Remembered[];
}

/**
 * What an earlier run found and what is still true: whoever keeps it answers for that, by content. A run asks for a file
 * before it reads it, and hands over what it found. Rules of kinds without `lasting` are run whatever is remembered.
 */
export interface Memory {
  file(path: string): Remembered | undefined;
  /** What is known of these files without reading any of them. */
  recall(paths: readonly string[]): Recalled;
  keepFile(path: string, found: Remembered): void;
  /** What tells the text of a file from every other. Reads the file only where it may have changed. */
  identity(path: string): string;
  /** The same of a text that is at hand; undefined is that of a file which is no text. */
  identityOf(text: string | undefined): string;
  /** What `keep` was given under this name in an earlier run of this same code. Who kept it answers for whether it still holds. */
  kept(name: string): string | undefined;
  /** `write` is called when the run's results are kept, if they are. */
  keep(name: string, write: () => string): void;
}
