/** The files of a repository, found by what people write of them. */
export interface FileIndex {
  all: readonly string[];
  isFile(path: string): boolean;
  isFolder(path: string): boolean;
  /** Files directly in a folder; none where it is no folder. */
  filesIn(folder: string): readonly string[];
  /** Files that are called so, whatever their folder. */
  byName(name: string): readonly string[];
  /** The path as it is spelled, where only its case is another. */
  spelled(path: string): string | undefined;
}

/** `files`: paths with forward slashes, relative to the repository. */
export function indexFiles(files: readonly string[]): FileIndex {
  const known = new Set(files);
  const folders = new Map<string, string[]>([['', []]]);
  const names = new Map<string, string[]>();
  for (const file of files) {
    const slash = file.lastIndexOf('/');
    addFolders(folders, slash === -1 ? '' : file.slice(0, slash));
    folders.get(slash === -1 ? '' : file.slice(0, slash))?.push(file);
    addTo(names, file.slice(slash + 1), file);
  }
  let spellings: Map<string, string> | undefined;
  const spelled = (path: string) => {
    spellings ??= new Map([...folders.keys(), ...files].map((one) => [one.toLowerCase(), one]));
    return spellings.get(path.toLowerCase());
  };
  return {
    all: files,
    isFile: (path) => known.has(path),
    isFolder: (path) => folders.has(path),
    filesIn: (folder) => folders.get(folder) ?? [],
    byName: (name) => names.get(name) ?? [],
    spelled,
  };
}

function addFolders(folders: Map<string, string[]>, folder: string): void {
  for (let name = folder; !folders.has(name); name = name.includes('/') ? name.slice(0, name.lastIndexOf('/')) : '') folders.set(name, []);
}

function addTo(map: Map<string, string[]>, key: string, value: string): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
