import path from 'node:path';
import type { CompiledRules } from '#kernel/records/compiled-rules.ts';
import { shortHash } from '#kernel/short-hash.ts';
import type { Harness } from '#pages/load-harness.ts';
import { isFolder, resolveInside } from '#platform/files/read-inside.ts';
import { foldersStamp } from '#platform/stamps/file-stamp.ts';
import { readSealed, writeSealed } from '#platform/state/sealed-file.ts';
import { findHarnessRoot } from './find-harness-root.ts';
import type { LeftOut } from './find-left-out.ts';
import type { LoadedRules } from './load-rules.ts';

/** What a check needs of a harness without a mistake. */
export interface CheckRules {
  /** Real path of the worktree. */
  root: string;
  harness: Pick<Harness, 'guardrails' | 'settings'>;
  rules: CompiledRules;
  notRun: string[];
  left?: LeftOut;
}

interface Kept extends Omit<CheckRules, 'root'> {
  /** What the pages speak of elsewhere: a page is right or wrong by whether these are there. */
  runbooks: string[];
}

/**
 * The rules that `cwd` belongs to, as they were compiled for an earlier check where no page has changed since: reading and
 * compiling fifty pages takes longer than checking ten thousand unchanged files. `state` is the repository's state folder; `onCold` is
 * called before the rules are compiled.
 */
export async function keptRules(cwd: string, about: { state: string; engine: string; onCold?: () => void }): Promise<CheckRules> {
  const root = findHarnessRoot(cwd);
  const file = path.join(about.state, 'rules', `${shortHash(root)}.check.json`);
  const stamp = about.engine + foldersStamp(['harness', 'docs'].map((folder) => path.join(root, folder)));
  const kept = read(file, stamp);
  if (kept !== undefined && stillHolds(root, kept)) {
    const { runbooks: _, ...rules } = kept;
    return { root, ...rules };
  }
  about.onCold?.();
  const { loadRules } = await import('./load-rules.ts');
  const loaded = loadRules(cwd);
  write(file, stamp, loaded);
  return loaded;
}

/** The stamp covers the pages; what they name outside `harness` and `docs` is looked at again. */
function stillHolds(root: string, { harness, runbooks }: Kept): boolean {
  const plain = harness.guardrails.flatMap(({ guardrail }) => guardrail.files ?? []).map((glob) => glob.replace(/^!/, ''));
  return (
    runbooks.every((target) => resolveInside(root, target) !== undefined) &&
    !plain.some((glob) => !/[*?[\]{}()\\]/.test(glob) && isFolder(root, glob))
  );
}

function read(file: string, stamp: string): Kept | undefined {
  const text = readSealed(file, stamp);
  if (text === undefined) return undefined;
  const kept: Kept = JSON.parse(text);
  return kept;
}

/** A page with a script is right or wrong by what its module says, so nothing is kept with one. */
function write(file: string, stamp: string, { harness, left, notRun, rules }: LoadedRules): void {
  if (harness.guardrails.some(({ guardrail }) => guardrail.check.kind === 'script')) return;
  const { guardrails, pages, settings } = harness;
  const runbooks = pages.flatMap(({ links }) => links.map(({ target }) => target).filter((target) => /(^|\/)runbooks\//.test(target)));
  const kept: Kept = {
    harness: { guardrails, settings },
    runbooks: [...new Set(runbooks)],
    notRun,
    rules,
    ...(left === undefined ? {} : { left }),
  };
  writeSealed(file, stamp, JSON.stringify(kept));
}
