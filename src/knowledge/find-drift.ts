import type { KnowledgeDocument } from '#kernel/records/document.ts';
import type { Drift } from './drift/drift.ts';
import type { FileHistory } from './drift/file-history.ts';
import { lastLook } from './drift/last-look.ts';
import { lineShare, type TextDeps } from './drift/line-share.ts';
import { subjectsOf } from './drift/subjects-of.ts';
import type { KnowledgeGraph } from './graph.ts';
import { isHistory } from './words/is-history.ts';

export type { FileHistory } from './drift/file-history.ts';

/** A page whose files changed in many commits since somebody looked at it; how much, only their texts tell. */
export interface Suspect {
  path: string;
  /** Seconds since the Unix epoch. */
  since: number;
  commits: number;
  /** Objects that had the text then, by file; of files that changed since. */
  before: ReadonlyMap<string, string>;
}

/** Fewer are the daily work on a file. */
const fewestCommits = 5;

/** A page that was written beside the work on its files is not out of date when that work goes on. */
const settledSeconds = 14 * 86_400;

/** `edited`: pages that differ from the last commit; somebody is looking at them now. */
export function findSuspects(graph: KnowledgeGraph, history: FileHistory, edited: ReadonlySet<string>): Suspect[] {
  return [...graph.documents.values()].flatMap((document) => {
    const since = mayGoStale(document, graph) ? lastLook(document, history, edited) : undefined;
    const suspect = since === undefined ? undefined : changesSince(document, since, { graph, history });
    return suspect === undefined ? [] : [suspect];
  });
}

/** What is decided, over or past stays as it is while its files move on. */
function mayGoStale(document: KnowledgeDocument, { plans }: KnowledgeGraph): boolean {
  return document.kind !== 'decision' && !isHistory(document) && plans.get(document.path)?.stage !== 'completed';
}

function changesSince(
  document: KnowledgeDocument,
  since: number,
  about: { graph: KnowledgeGraph; history: FileHistory },
): Suspect | undefined {
  const { times, changes } = about.history;
  const commits = new Set<number>();
  const before = new Map<string, string>();
  for (const file of subjectsOf(document, about.graph)) {
    const after = (changes.get(file) ?? []).filter(({ commit }) => (times[commit] ?? 0) > since);
    for (const { commit } of after) commits.add(commit);
    const first = after.at(-1);
    if (first !== undefined) before.set(file, first.before);
  }
  const latest = [...commits].reduce((last, commit) => Math.max(last, times[commit] ?? 0), 0);
  const isSuspect = commits.size >= fewestCommits && latest - since > settledSeconds;
  return isSuspect ? { path: document.path, since, commits: commits.size, before } : undefined;
}

/** Less of the lines is what most changes are: a name here, an argument there. */
const smallestPart = 0.5;

/** The suspects whose files have become others. */
export function measureDrift(suspects: readonly Suspect[], graph: KnowledgeGraph, deps: TextDeps): Map<string, Drift> {
  const share = lineShare(deps);
  return new Map(
    suspects.flatMap(({ path, since, commits, before }): [string, Drift][] => {
      const document = graph.documents.get(path);
      const shares = (document === undefined ? [] : subjectsOf(document, graph)).map((file) => ({
        file,
        ...share(file, before.get(file)),
      }));
      const lines = shares.reduce((sum, one) => sum + one.lines, 0);
      const fresh = shares.reduce((sum, one) => sum + one.fresh, 0);
      const worst = shares.toSorted((a, b) => b.fresh - a.fresh)[0]?.file ?? '';
      const day = new Date(since * 1000).toISOString().slice(0, 10);
      return lines > 0 && fresh / lines >= smallestPart ? [[path, { commits, part: fresh / lines, worst, since: day }]] : [];
    }),
  );
}
