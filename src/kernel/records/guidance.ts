import type { CompiledGlobs } from './compiled-rules.ts';
import type { Priority } from './priority.ts';
import type { Sign } from './sign.ts';

/** What kinds of guidance there are: rules that nobody checks by program, and pages to read. */
export type GuidanceKind = 'bullet' | 'guardrail' | 'decision' | 'design' | 'journey' | 'runbook' | 'plan';

/** One thing that can be said to an agent before it errs. */
export interface GuidanceItem {
  /** Id of a guardrail, `persona/bullet`, or path of a page. */
  id: string;
  kind: GuidanceKind;
  /** Path of the page it stands on, relative to the repository. */
  page: string;
  title: string;
  priority: Priority;
  /** As it is said, on one line. */
  text: string;
  /** What saying it costs. */
  tokens: number;
  /** Files it is about; absent: any. */
  files?: CompiledGlobs;
  /** Folders that its narrowest glob names: of two that cannot both hold, the nearer is said. */
  depth: number;
  /** Ids of items that ask for the opposite. */
  conflicts?: string[];
  /** By what one knows that it bears on a change; none: its words are compared. */
  signs: CompiledSign[];
  /** What it speaks of, where it has no signs: weight of each word (its stem). */
  words?: Record<string, number>;
}

/** A sign as the hook asks it: sources of regular expressions. */
export interface CompiledSign extends Omit<Sign, 'files'> {
  files?: CompiledGlobs;
}

/** All guidance of a worktree, compiled ahead and kept in the state folder. */
export interface GuidanceIndex {
  /** Signature of the pages it was made from; anything else means: compile again. */
  stamp: string;
  items: GuidanceItem[];
  limits: GuidanceLimits;
}

export interface GuidanceLimits {
  /** Most items said at one moment. */
  items: number;
  /** Most tokens said at one moment. */
  momentTokens: number;
  /** Most tokens of guidance said in one context window. */
  windowTokens: number;
}

/** An item as it was weighed at a moment. */
export interface Weighed {
  item: string;
  /** From 0 to 1: how sure it is that it bears on the work. */
  score: number;
  /** What spoke for it; of one that was held back, why it was. */
  why: string;
  /** It was held back for lack of room only, and is said at the next moment. */
  waits?: true;
}
