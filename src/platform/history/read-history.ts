import { git } from '../git/run-git.ts';
import { runProcess } from '../process/run-process.ts';

/** How the files of a repository came to be what they are. */
export interface History {
  /** Seconds since the Unix epoch of each commit, the newest first; in the order in which git shows them. */
  times: readonly number[];
  /** By the path that a file has now, or had last: what changed it, the newest first. */
  changes: ReadonlyMap<string, readonly FileChange[]>;
  /** What files that were renamed are called now, by each of the names they had. */
  renamed: ReadonlyMap<string, string>;
}

export interface FileChange {
  /** Index into `times`. */
  commit: number;
  /** Object name of the text that the file had before; all zeros where it was not there. */
  before: string;
}

/** `-m` and merges are left out: what they bring is in the commits that they join. */
const walk = [
  '-c',
  'log.showSignature=false',
  'log',
  '--no-merges',
  '--raw',
  '--no-abbrev',
  '-z',
  '--find-renames',
  '-l1000',
  '--ignore-submodules=all',
  '--no-ext-diff',
  '--no-textconv',
  '--no-relative',
  '--format=%x01%ct%x01',
];

/**
 * One walk over all commits that compares trees, not texts: who needs to know how much changed reads the
 * texts before and after with `readObjects`. Empty where there is no commit yet.
 */
export async function readHistory(root: string, signal?: AbortSignal): Promise<History> {
  const reader = new HistoryReader();
  const command = ['git', '--no-optional-locks', ...walk];
  const outcome = await runProcess(
    command,
    { cwd: root, timeoutMs: 300_000, maxOutputBytes: 64 * 1024, onText: (text) => reader.take(text) },
    signal,
  );
  signal?.throwIfAborted();
  reader.end();
  if (outcome.kind === 'exited' && outcome.code === 0) return reader.history;
  const { stdout } = await runProcess(['git', 'rev-parse', '--verify', '--quiet', 'HEAD'], { cwd: root }, signal);
  if (stdout.trim() === '') return reader.history;
  await git(root, [...walk, '-1'], signal); // says what git says
  return reader.history;
}

/** Takes the output apart as it comes: `\x01<time>\x01\0:<modes and objects> <kind>\0<path>\0[<new path>\0]`. */
class HistoryReader {
  readonly #times: number[] = [];
  readonly #changes = new Map<string, FileChange[]>();
  readonly #renamed = new Map<string, string>();
  #rest = '';
  #kind = '';
  #before = '';
  #from: string | undefined;

  get history(): History {
    return { times: this.#times, changes: this.#changes, renamed: this.#renamed };
  }

  take(text: string): void {
    const parts = (this.#rest + text).split('\0');
    this.#rest = parts.pop() ?? '';
    for (const part of parts) this.#part(part);
  }

  end(): void {
    this.#part(this.#rest);
    this.#rest = '';
  }

  #part(part: string): void {
    const bare = part.replace(/^\n+/, '');
    if (bare.startsWith('\x01')) {
      const [, head = '', rest = ''] = bare.split('\x01');
      this.#times.push(Number(head));
      if (rest.trim() !== '') this.#part(rest);
    } else if (this.#kind === '') {
      const [, before = '', kind = ''] = /^:\S+ \S+ (\S+) \S+ ([A-Z])\d*$/.exec(bare) ?? [];
      this.#kind = kind;
      this.#before = before;
    } else this.#path(part);
  }

  #path(path: string): void {
    if (this.#kind === 'R' || this.#kind === 'C') {
      if (this.#from === undefined) {
        this.#from = path;
        return;
      }
      const now = this.#renamed.get(path) ?? path;
      if (this.#kind === 'R' && !this.#renamed.has(this.#from)) this.#renamed.set(this.#from, now);
      this.#from = undefined;
    }
    this.#kind = '';
    this.#note(this.#renamed.get(path) ?? path);
  }

  #note(path: string): void {
    const commit = this.#times.length - 1;
    const known = this.#changes.get(path);
    const change = { commit, before: this.#before };
    if (known === undefined) this.#changes.set(path, [change]);
    else known.push(change);
  }
}
