/** How the files of a repository came to be what they are, as `#platform/history/read-history.ts` tells. */
export interface FileHistory {
  /** Seconds since the Unix epoch of each commit, the newest first. */
  times: readonly number[];
  /** By file, the newest first: the number of the commit, and the object that had the text before it. */
  changes: ReadonlyMap<string, readonly { commit: number; before: string }[]>;
  /** What files that were renamed are called now. */
  renamed: ReadonlyMap<string, string>;
}
