import type { FactThread } from '#guardrails/run-rules.ts';
import type { Tree } from '#guardrails/tree.ts';
import { findRepository, type Repository } from '#platform/git/find-repository.ts';
import { countTracked } from '#platform/git/worktree-files.ts';
import { FileLooks } from '#platform/stamps/file-looks.ts';
import { type IndexLook, lookAtIndex } from '#platform/stamps/index-look.ts';
import type { BaselineWish } from '../baseline/baseline-wish.ts';
import { type OpenBaselines, openBaselines } from '../baseline/open-baselines.ts';
import { findHarnessRoot } from '../harness/find-harness-root.ts';
import type { CheckRules } from '../harness/kept-rules.ts';
import type { CheckRequest } from './check-request.ts';
import type { KeptFindings } from './kept/kept-findings.ts';
import { keptListing } from './kept/kept-listing.ts';
import { keptUntracked } from './kept/kept-untracked.ts';
import { openMemory } from './open-memory.ts';
import { type OpenScope, openScope } from './open-scope.ts';

/** All that a check looks at: the rules, the files, and what earlier checks found. */
export interface OpenCheck extends CheckRules {
  scope: OpenScope;
  memory: KeptFindings | undefined;
  baselines: Promise<OpenBaselines>;
  /** Whether every file of the repository is in question: only then can something be missing from it. */
  whole: boolean;
  /** Where it can be relied on. */
  index: IndexLook | undefined;
  /** Was started while the rules were compiled, where there are many files. Ends with the scope. */
  thread: FactThread | undefined;
}

/** To be closed (`scope.close`). Git lists the files while rules and memory are read: neither waits for the other. */
export async function openCheck(request: CheckRequest, signal?: AbortSignal): Promise<OpenCheck> {
  const whole = request.scope.kind === 'all' && request.paths.length === 0;
  const root = findHarnessRoot(request.cwd);
  const looks = new FileLooks(root);
  let begin = (_: FileLooks) => {};
  const looking = new Promise<FileLooks>((resolve) => {
    begin = resolve;
  });
  const stop = new AbortController();
  const either = signal === undefined ? stop.signal : AbortSignal.any([signal, stop.signal]);
  const repository = findRepository(request.cwd);
  const { env, scope: asked } = request;
  // Without it all files are looked at. Begun before anything is read here: it is waited for.
  const isOnDisk = repository !== undefined && asked.kind !== 'staged';
  const indexing = isOnDisk ? lookAtIndex(repository, either).catch(() => undefined) : undefined;
  const place = isOnDisk && env !== undefined ? { root, repository, env } : undefined;
  const tracked = place && keptListing(place, either);
  const others = place && tracked && keptUntracked({ ...place, tracked }, either);
  const listing = openScope({ root, scope: asked, looks: looking, tracked, others, index: indexing }, either);
  listing.catch(() => {
    // it is awaited below, and thrown there
  });
  let ahead: Promise<FactThread> | undefined;
  const onCold = (repository: Repository) => {
    if (whole && countTracked(repository) > manyFiles) ahead = import('#guardrails/run-rules.ts').then(({ startAhead }) => startAhead());
  };
  try {
    const { recall, ...rules } = await openMemory({ ...request, repository, onCold });
    const memory = asked.kind === 'staged' ? undefined : recall(looks);
    const index = await indexing;
    memory?.rely(index, whole);
    begin(looks);
    const scope = await listing;
    const thread = await ahead;
    const close = () => {
      scope.close();
      thread?.end().catch(() => {
        // it has ended
      });
    };
    const baselines = readBaselines(request, { root, tree: scope.tree }, signal);
    return { ...rules, memory, whole, index, thread, scope: { ...scope, close }, baselines };
  } catch (error) {
    stop.abort();
    begin(looks);
    await ahead?.then((thread) => thread.end());
    await listing
      .then(({ close }) => close())
      .catch(() => {
        // it was stopped, or its failure is the one that is thrown
      });
    throw error;
  }
}

/** Of which it is likely that more than a few are read. */
const manyFiles = 4_000;

export const noWish: BaselineWish = { update: false, allowGrowth: false };

/** Begun while rules run; whoever awaits it hears of a failure. */
export function readBaselines(
  { scope, baseline = noWish }: CheckRequest,
  place: { root: string; tree: Tree },
  signal?: AbortSignal,
): Promise<OpenBaselines> {
  const baselines = openBaselines({ ...place, scope }, baseline, signal);
  baselines.catch(() => {
    // whoever awaits it hears of it
  });
  return baselines;
}
