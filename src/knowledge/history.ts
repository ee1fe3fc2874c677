import { noPostings, type Postings } from './postings.ts';

/** Commits of a branch, the newest first: what they say and which files they touch, as flat numbers. */
export interface History {
  /** The commit that it ends with; empty where there is none. */
  tip: string;
  /** Commits in hexadecimal digits, one after the other, all of the same length. */
  ids: string;
  /** Seconds since the Unix epoch. */
  times: Uint32Array;
  /** Words of their messages; one unit a commit. */
  messages: Postings;
  /** Where the files of each commit begin; one more than there are commits. */
  fileStarts: Uint32Array;
  /** Places in `paths`. */
  files: Uint32Array;
  paths: readonly string[];
}

export const noHistory: History = {
  tip: '',
  ids: '',
  times: new Uint32Array(),
  messages: noPostings,
  fileStarts: new Uint32Array(1),
  files: new Uint32Array(),
  paths: [],
};

export function filesOf({ fileStarts, files }: History, commit: number): Uint32Array {
  return files.subarray(fileStarts[commit] ?? 0, fileStarts[commit + 1] ?? 0);
}
