/** What is to become of one file. No `before`: it is new. No `after`: it goes. */
export interface FileChange {
  /** Relative to the repository, with forward slashes. */
  path: string;
  before?: string;
  after?: string;
}

/** Something a person should know of, which changes no file. */
export interface Note {
  path: string;
  reason: string;
}
