/** The files a check may look at: a worktree, the index, or the few files of an example. Paths have forward slashes. */
export interface Tree {
  /** Every path, whether in the scope of this check or not. */
  paths(): readonly string[];
  has(path: string): boolean;
  /** Set where all names are at hand, so that to ask again for one costs nothing. */
  isListed?: true;
  /** Text of a file; undefined where it is missing, binary, too large or outside the repository. */
  read(path: string): string | undefined;
  /** Why a file that is listed and is no binary one has no text. */
  whyUnread?(path: string): string | undefined;
}

/** A tree held in memory: what examples and tests check. */
export function memoryTree(files: Readonly<Record<string, string>>): Tree {
  return {
    paths: () => Object.keys(files),
    has: (path) => Object.hasOwn(files, path),
    isListed: true,
    read: (path) => (Object.hasOwn(files, path) ? files[path] : undefined),
  };
}
