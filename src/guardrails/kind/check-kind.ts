import type { CompiledRule } from '#kernel/records/compiled-rules.ts';
import type { Range } from '#kernel/records/finding.ts';
import type { Check } from '#kernel/records/guardrail.ts';
import type { Tree } from '../tree.ts';

/** A place where a rule is broken, before it becomes a finding. */
export interface Hit {
  path: string;
  /** UTF-16 offsets into the file's text, end exclusive; absent for a whole or a missing file. */
  span?: { start: number; end: number };
  /** The same where the text was not at hand: lines, columns and what stands there. Such hits come in the order of the source. */
  place?: { range: Range; quote: string };
  /** Name of the enclosing function, method or class, outermost first (`Client.send`), where the kind knows it. */
  symbol?: string;
  /** What this hit adds to the page's message: the line count, the import chain. */
  detail?: string;
  /** Replacement text for the span, where the rule has a fix. */
  replacement?: string;
}

/** A mistake in a check that its schema cannot see. */
export interface CheckProblem {
  /** Where in the check, as keys: `['rule', 'any', 0]`. */
  at: (string | number)[];
  message: string;
  fix?: string;
}

/** The check with one part taken out: where no example tells the two apart, the part is not exercised. */
export interface Mutant {
  /** What a person calls the part: `rule.any[1]`, `constraints.A`, `deny[0].anyFlag --force`. */
  part: string;
  check: Check;
}

/** What a kind knows of its rules before any code is seen. Runs when pages are compiled, never in a hook's hot path. */
export interface KindCompiler<C extends Check = Check> {
  /** `samples`: the texts of the page's examples, which prove that what looks wrong is meant. */
  problems(check: C, samples?: readonly string[]): CheckProblem[];
  /** See `CompiledRule.literals`. Must be sound: a file without them can have no hit. */
  literals(check: C): string[][];
  mutants(check: C): Mutant[];
  /** Languages and mergeability, for kinds that have them, and the check as it is run where that is not how the page writes it. */
  extras?(check: C): Partial<Pick<CompiledRule, 'check' | 'languages' | 'looksAround' | 'mergeable'>>;
  /** The package with native code that the kind runs on. */
  native?: NativePackage;
  /** Further ones that this check runs on; `files` are the globs of its page. */
  packages?(check: C, files?: readonly string[]): NativePackage[];
}

export interface NativePackage {
  package: string;
  /** What to ask npm for, where the package does not come with Tackroom. */
  install?: string;
  /** The language that is read with it, as ast-grep calls it. */
  language?: string;
  /** Throws where its part for this system is not installed. */
  load(): unknown;
}

/** A kind that looks at one file at a time, all its rules together, so that the file is parsed once. */
export interface FileRunner {
  scope: 'file';
  /** Set where rules share work, such as one parse: then all rules of a file come in one call. */
  together?: true;
  /** Set where what is found depends on the rule, the path and the text alone: then it is remembered until one of them changes. */
  lasting?: true;
  checkFile(rules: readonly CompiledRule[], file: { path: string; text: string }): { rule: CompiledRule; hits: Hit[] }[];
}

/** A kind that looks at paths, or at several files together. */
export interface TreeRunner {
  scope: 'tree';
  /** Set where what is found at a path depends on no other path in question: then they come in portions, `whole` with the first. */
  inPortions?: true;
  /**
   * `paths` are the files in question that match the rule's globs; hits elsewhere are not reported.
   * `whole` is false when only some files are in question (a hook, `--changed`): then what concerns the tree as a whole
   * (a required file that is missing) is left to the full check.
   */
  checkTree(rule: CompiledRule, context: TreeContext): Hit[];
}

export interface TreeContext {
  tree: Tree;
  paths: readonly string[];
  whole: boolean;
  /** Real path of the worktree; absent when the tree is in memory. */
  root?: string;
  /** `monotonicMs()` of kernel/clock after which a runner gives up by throwing; absent: no limit. */
  deadlineMs?: number;
}

/** What was made outside of the tree and gathered before the run: the text of a report, or what a program printed. */
export type Report =
  /** `writtenMs`: milliseconds since the Unix epoch. */
  | { kind: 'file'; path: string; text: string; writtenMs?: number }
  /** One output for each time the program was started. */
  | { kind: 'outputs'; command: string; outputs: readonly { code: number; stdout: string; stderr: string }[] }
  /** Why there is none, and what to do about it. */
  | { kind: 'absent'; message: string; fix: string };

/** A kind that judges reports. A rule for which nobody gathered one (in a hook, which must be quick) is passed over. */
export interface ReportRunner {
  scope: 'report';
  checkReport(rule: CompiledRule, report: Report, context: ReportContext): { hits: Hit[]; notes: string[] };
}

export interface ReportContext {
  tree: Tree;
  /** The files in question that match the rule's globs; hits elsewhere are not reported. */
  paths: readonly string[];
  /** Whether there is, or in an example could be, a file of this path. */
  isFile(path: string): boolean;
  /** Whether hits in a file are reported. */
  inQuestion(path: string): boolean;
  /** Real path of the worktree; absent when the tree is in memory. */
  root?: string;
  /** When a file was last written, in milliseconds since the Unix epoch. */
  modifiedMs?(path: string): number | undefined;
}

export type KindRunner = (FileRunner | TreeRunner | ReportRunner) & {
  /** Another runner, for a rule that looks at nothing but one file though its kind may look at several. */
  byFile?(rule: CompiledRule): FileRunner | undefined;
};

/** Which kinds of check can be run, and how. */
export type KindRunners = Readonly<Partial<Record<Check['kind'], KindRunner>>>;
