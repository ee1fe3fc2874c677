/** A place where a library for the concern is used. */
export interface LibraryUse {
  path: string;
  kind: 'manifest' | 'code';
  entry: string;
  allowed: boolean;
  /** UTF-16 offsets of its name, end exclusive. */
  start: number;
  end: number;
}
