/** What a check that mends has done. */
export interface FixSummary {
  /** What would be written; empty unless it is a dry run. */
  diff: string;
  /** What was done, and what was not and why. */
  lines: string[];
}
