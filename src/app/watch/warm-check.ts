import path from 'node:path';
import { findRepository } from '#platform/git/find-repository.ts';
import { FileLooks } from '#platform/stamps/file-looks.ts';
import { FolderWatch } from '#platform/watch/folder-watch.ts';
import { ignoredFolders } from '#platform/watch/ignored-folders.ts';
import { watchNames } from '#platform/watch/watch-names.ts';
import type { CheckRequest } from '../check/check-request.ts';
import { type OpenCheck, readBaselines } from '../check/open-check.ts';
import { openMemory } from '../check/open-memory.ts';
import { openScope } from '../check/open-scope.ts';
import { findHarnessRoot } from '../harness/find-harness-root.ts';
import type { ChangeQueue, Changes } from './change-queue.ts';
import { weighChanges } from './weigh-changes.ts';

/** Files of git that say which files there are, what is ignored, and what was accepted before. */
const gitNames: ReadonlySet<string> = new Set(['HEAD', 'index', 'config', 'packed-refs', 'exclude', 'ORIG_HEAD', 'FETCH_HEAD']);

/** A check that stays open, and knows after each change what of it still holds. */
export class WarmCheck {
  readonly #request: CheckRequest;
  readonly #queue: ChangeQueue;
  readonly #watch: FolderWatch;
  readonly #closers: (() => void)[];
  #open: OpenCheck | undefined;
  /** Files that are there and that git does not tell of. */
  readonly #foreign = new Set<string>();
  /** Set while it is not sure that `#open` is up to date. */
  #isStale = true;

  /** What changes from now on goes into the queue. */
  constructor(request: CheckRequest, queue: ChangeQueue) {
    this.#request = request;
    this.#queue = queue;
    const root = findHarnessRoot(request.cwd);
    this.#watch = new FolderWatch(root, (changed, named) => queue.add(changed, named));
    const { gitDir = root, commonDir = root } = findRepository(root) ?? {};
    const folders = new Set([gitDir, commonDir, path.join(commonDir, 'info')]);
    this.#closers = [...folders].map((folder) => watchNames(folder, gitNames, () => queue.add(undefined, true)));
  }

  /** Brings what is known up to date; undefined where nothing that a check looks at has changed. */
  async catchUp(changes: Changes, signal?: AbortSignal): Promise<OpenCheck | undefined> {
    const { root, scope, memory } = this.#open ?? {};
    const about = { root, files: scope?.tree, watched: this.#watch, foreign: this.#foreign };
    const amount = this.#isStale ? 'everything' : weighChanges(changes, about);
    if (amount === 'nothing') return undefined;
    this.#isStale = true;
    memory?.looks.forget(changes.paths.keys());
    if (amount === 'everything') await this.#walk(memory, signal);
    if (amount !== 'texts' || this.#request.scope.kind !== 'all') await this.#openAgain(changes, signal);
    else await this.#followRenames(signal);
    this.#isStale = false;
    return this.#open;
  }

  close(): void {
    this.#watch.close();
    for (const close of this.#closers) close();
    const { memory, scope } = this.#open ?? {};
    if (scope !== undefined) memory?.save(scope.tree.paths());
    scope?.close();
  }

  async #walk(memory: OpenCheck['memory'], signal?: AbortSignal): Promise<void> {
    memory?.looks.forgetAll();
    this.#foreign.clear();
    const root = findHarnessRoot(this.#request.cwd);
    const ignored = new Set(await ignoredFolders(root, signal));
    this.#watch.walk((folder) => !ignored.has(folder));
  }

  /** Rules and the list of files are read again; what was found by the same rules is still known. */
  async #openAgain(changes: Changes, signal?: AbortSignal): Promise<void> {
    const before = this.#open;
    const { recall, ...rules } = await openMemory({ ...this.#request, repository: findRepository(this.#request.cwd) });
    const memory = before !== undefined && isEqual(before, rules) ? before.memory : recall(new FileLooks(rules.root));
    const { paths, scope: asked } = this.#request;
    const looks = memory === undefined ? {} : { looks: memory.looks };
    const scope = await openScope({ root: rules.root, scope: asked, ...looks }, signal);
    const baselines = readBaselines(this.#request, { root: rules.root, tree: scope.tree }, signal);
    this.#open = {
      ...rules,
      memory,
      index: undefined,
      thread: undefined,
      whole: asked.kind === 'all' && paths.length === 0,
      scope,
      baselines,
    };
    before?.scope.close();
    this.#watchForced(scope.tree.paths());
    for (const changed of changes.paths.keys()) if (!scope.tree.has(changed)) this.#foreign.add(changed);
  }

  /** Files that git tracks though it ignores their folder. */
  #watchForced(paths: readonly string[]): void {
    const folders = new Set(paths.map((file) => (file.includes('/') ? path.posix.dirname(file) : '')));
    const fresh = new Set(this.#watch.add(folders));
    if (fresh.size === 0) return;
    for (const file of paths) if (fresh.has(path.posix.dirname(file))) this.#queue.add(file, false);
  }

  /** By its text alone a file can become another's new name, or cease to be. */
  async #followRenames(signal?: AbortSignal): Promise<void> {
    const known = this.#open;
    if (known === undefined) return;
    const { open, base } = await known.baselines;
    if (open.renames.size + (base?.renames.size ?? 0) === 0) return;
    this.#open = { ...known, baselines: readBaselines(this.#request, { root: known.root, tree: known.scope.tree }, signal) };
  }
}

function isEqual(before: OpenCheck, { harness, notRun, rules }: Pick<OpenCheck, 'harness' | 'notRun' | 'rules'>): boolean {
  return JSON.stringify([before.harness, before.notRun, before.rules]) === JSON.stringify([harness, notRun, rules]);
}
