import type { Check } from './guardrail.ts';
import type { Priority } from './priority.ts';

/** Regular expression sources over repository-relative paths; compiled from the page's globs. */
export interface CompiledGlobs {
  /** Absent: every file. */
  include?: string;
  exclude?: string;
  /** The first positive glob as written: what a finding about a missing file names. */
  first?: string;
}

/** A guardrail as the hook loads it: plain JSON, everything slow done ahead. */
export interface CompiledRule {
  id: string;
  page: string;
  priority: Priority;
  title: string;
  message: string;
  remedy: string;
  runbook?: string;
  files: CompiledGlobs;
  check: Check;
  /**
   * A file can only break the rule when each inner list has a member that occurs in its text
   * (an AND of ORs, case-sensitive). Empty: every file is a candidate.
   */
  literals: string[][];
  /** `ast` only: the ast-grep language names the rule runs in, such as `TypeScript`, `Tsx`, `JavaScript`. */
  languages?: string[];
  /** `ast` only: true where the rule may be merged with others into one search (no constraints, utils or transform). */
  mergeable?: boolean;
  /** `ast` only: true where the rule looks at more than a node and what is in it. */
  looksAround?: boolean;
}

/** All rules of one harness, ready to run. */
export interface CompiledRules {
  version: 1;
  /** Version of the package that compiled them. */
  engine: string;
  /** Identity of the pages they were compiled from. */
  pagesHash: string;
  rules: CompiledRule[];
}
