/** A place that names a library. */
export interface Sighting {
  /** What the library is called there: its module path, its package, its coordinates. */
  names: readonly string[];
  /** UTF-16 offsets of the name, end exclusive. */
  start: number;
  end: number;
}

/** One way in which a repository says which libraries it uses: a manifest, or the imports of a language. */
export interface LibrarySource {
  kind: 'manifest' | 'code';
  speaks(path: string): boolean;
  /** The spelling in which two names are compared. */
  canonical(name: string): string;
  /** What parts a library from what lies below it: `.` in `logging.handlers`. */
  separators: readonly string[];
  /** A text that cannot be read as what it claims to be gives what can be told without. */
  read(path: string, text: string): Sighting[];
}
