/** A mistake in a page or in the settings, at the place where a person mends it. */
export interface PageProblem {
  /** Path relative to the repository, with forward slashes. */
  path: string;
  /** Line, from 1. */
  line: number;
  /** Column in UTF-16 code units, from 1. */
  column: number;
  /** Stable name of the mistake, such as `unknown-key`. */
  code: string;
  message: string;
  /** One imperative line: what to do about it. */
  fix?: string;
}
