import type { CompiledRules } from './compiled-rules.ts';
import type { Priority } from './priority.ts';

/** What the hook needs of a harness, compiled ahead and kept in the state folder, one file per worktree. */
export interface HookRules {
  /** Signature of the pages and of the engine it was made from; anything else means: compile again. */
  stamp: string;
  /** Signature of the install, where something that rules need was not in it: when that changes they are compiled again. */
  wanting?: string;
  compiled: CompiledRules;
  settings: HookSettings;
  /** How many mistakes the harness's pages have; the pages without one are in force. */
  problems: number;
  /** The first of them, for who has just written such a page. */
  mistakes: { path: string; text: string }[];
}

export interface HookSettings {
  /** Longest text said at one moment, in characters. */
  maxChars: number;
  /** How often an agent is held at stop before it is let go. */
  holdsAtStop: number;
  /** Findings at or above it hold. */
  holdPriority: Priority;
  /** False where no daemon may answer. */
  daemon?: boolean;
  /** Regular expression source over paths that are never checked. */
  exclude?: string;
}
