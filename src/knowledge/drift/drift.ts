/** How much the files that a page is about changed since somebody last looked at it. */
export interface Drift {
  commits: number;
  /** Of the lines they have now, from 0 to 1. */
  part: number;
  /** The file that changed most. */
  worst: string;
  /** The day from which it is counted, YYYY-MM-DD. */
  since: string;
}
