/** A decision that another one names. */
export interface DecisionReference {
  /** As it is written. */
  text: string;
  line: number;
  /** Path of the record; absent where there is none. */
  path?: string;
}

/** What a decision record says of itself, whatever tool wrote it. */
export interface DecisionFacts {
  path: string;
  title: string;
  /** From the file name: 7 of `0007-use-postgres.md`; a date stands for log4brains' records. */
  number?: number;
  state: 'proposed' | 'accepted' | 'rejected' | 'deprecated' | 'superseded' | 'unknown';
  /** Line that says so; 1 where none does. */
  stateLine: number;
  supersedes: DecisionReference[];
  supersededBy: DecisionReference[];
}
