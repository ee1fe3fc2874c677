import fs from 'node:fs';
import path from 'node:path';
import { MisuseError } from '#kernel/errors.ts';
import { entriesOf } from '../stamps/folder-entries.ts';

/** Called for each change. `path` is relative to the root, undefined where it is not known. `named`: a name came or went. */
type OnChange = (path: string | undefined, named: boolean) => void;

/** Systems whose own watch of a whole folder is reliable. Elsewhere each folder is watched by itself, which costs Linux least. */
const isRecursive = process.platform === 'darwin' || process.platform === 'win32';

/**
 * Tells what changes in the folders of a worktree, without those that nobody wants to enter. It is a hint where to look:
 * what is there must be looked at after the event, and folders that came must be walked again.
 */
export class FolderWatch {
  readonly #root: string;
  readonly #onChange: OnChange;
  readonly #watchers = new Map<string, { watcher: fs.FSWatcher; ino: number }>();

  constructor(root: string, onChange: OnChange) {
    this.#root = root;
    this.#onChange = onChange;
  }

  /** Watches the root and all folders below it that are to be entered, and no others. Each is watched before it is read. */
  walk(enter: (folder: string) => boolean): void {
    const seen = new Set<string>();
    const open = [''];
    for (let folder = open.pop(); folder !== undefined; folder = open.pop()) {
      if (!this.#watch(folder)) continue;
      seen.add(folder);
      open.push(...foldersIn(this.#root, folder).filter(enter));
    }
    for (const folder of this.#watchers.keys()) if (!seen.has(folder)) this.#unwatch(folder);
  }

  /** Watches further folders, and returns those that were not watched before. */
  add(folders: Iterable<string>): string[] {
    if (isRecursive) return [];
    return [...folders].filter((folder) => !this.#watchers.has(folder) && this.#watch(folder));
  }

  has(folder: string): boolean {
    return this.#watchers.has(folder);
  }

  close(): void {
    for (const folder of this.#watchers.keys()) this.#unwatch(folder);
  }

  /** Another folder may stand under the same name now: then it is watched anew. False where there is none. */
  #watch(folder: string): boolean {
    const place = path.join(this.#root, folder);
    const ino = fs.lstatSync(place, { throwIfNoEntry: false })?.ino;
    if (ino === this.#watchers.get(folder)?.ino) return ino !== undefined;
    this.#unwatch(folder);
    if (ino === undefined) return false;
    try {
      const watcher = fs.watch(place, { recursive: isRecursive }, (event, name) => {
        const below = name?.split(path.sep).join('/');
        this.#onChange(below === undefined || folder === '' ? below : `${folder}/${below}`, event === 'rename');
      });
      watcher.on('error', () => {
        this.#unwatch(folder);
        this.#onChange(undefined, true);
      });
      this.#watchers.set(folder, { watcher, ino });
      return true;
    } catch (error) {
      return refuse(place, error as NodeJS.ErrnoException);
    }
  }

  #unwatch(folder: string): void {
    this.#watchers.get(folder)?.watcher.close();
    this.#watchers.delete(folder);
  }
}

/** A folder that is gone already is none; everything else would leave changes unseen. */
function refuse(place: string, error: NodeJS.ErrnoException): false {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return false;
  const isFull = error.code === 'ENOSPC' || error.code === 'EMFILE';
  throw new MisuseError(`${place} cannot be watched: ${isFull ? 'the system lets one user watch no more folders' : error.message}.`, {
    code: 'cannot-watch',
    facts: { place, code: error.code },
    fix: isFull
      ? 'Raise the limit (Linux: sudo sysctl fs.inotify.max_user_watches=524288 fs.inotify.max_user_instances=512), or run without watching.'
      : 'Run it without watching.',
    cause: error,
  });
}

/** None where one watch is for all, and none of another repository that lies inside this one. */
function foldersIn(root: string, folder: string): string[] {
  if (isRecursive) return [];
  const entries = entriesOf(path.join(root, folder));
  if (folder !== '' && entries.some(({ name }) => name === '.git')) return [];
  const folders = entries.filter((entry) => entry.isDirectory() && entry.name !== '.git');
  return folders.map(({ name }) => (folder === '' ? name : `${folder}/${name}`));
}
