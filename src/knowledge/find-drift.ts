import type { Drift } from './drift/drift.ts';
import { lastLook } from './drift/last-look.ts';
import { subjectsOf } from './drift/subjects-of.ts';
import type { KnowledgeGraph } from './graph.ts';
import { isHistory } from './words/is-history.ts';

/** How the files of a repository came to be what they are, as `#platform/git/read-history.ts` tells. */
export interface FileHistory {
  /** Seconds since the Unix epoch of each commit, the newest first. */
  times: readonly number[];
  commits: readonly string[];
  /** Numbers of the commits that changed a file, the newest first. */
  changes: ReadonlyMap<string, readonly number[]>;
  /** What files that were renamed are called now. */
  renamed: ReadonlyMap<string, string>;
}

/** A page whose files changed in many commits since somebody looked at it; how much, only a count of lines tells. */
export interface Suspect {
  path: string;
  /** Seconds since the Unix epoch. */
  since: number;
  /** Numbers of commits by file. */
  changed: ReadonlyMap<string, readonly number[]>;
}

/** Fewer are the daily work on a file. */
const fewestCommits = 5;

/** A page that was written beside the work on its files is not out of date when that work goes on. */
const settledSeconds = 14 * 86_400;

/** `edited`: pages that differ from the last commit; somebody is looking at them now. */
export function findSuspects(graph: KnowledgeGraph, history: FileHistory, edited: ReadonlySet<string>): Suspect[] {
  return [...graph.documents.values()].flatMap((document) => {
    const { path, kind } = document;
    if (kind === 'decision' || isHistory(document) || graph.plans.get(path)?.stage === 'completed') return [];
    const since = lastLook(document, history, edited);
    if (since === undefined) return [];
    const changed = new Map<string, readonly number[]>();
    for (const file of subjectsOf(document, graph)) {
      const after = (history.changes.get(file) ?? []).filter((commit) => (history.times[commit] ?? 0) > since);
      if (after.length > 0) changed.set(file, after);
    }
    const commits = new Set([...changed.values()].flat());
    const latest = Math.max(...[...commits].map((commit) => history.times[commit] ?? 0));
    return commits.size >= fewestCommits && latest - since > settledSeconds ? [{ path, since, changed }] : [];
  });
}

/** Less of the lines is what most changes are: a name here, an argument there. */
const smallestPart = 0.5;

export interface DriftDeps {
  /** Lines that commits added to files, by file. */
  counts: ReadonlyMap<string, readonly { commit: string; added: number }[]>;
  read(path: string): string | undefined;
}

/** The suspects whose files have become others. */
export function measureDrift(
  suspects: readonly Suspect[],
  graph: KnowledgeGraph,
  history: FileHistory,
  deps: DriftDeps,
): Map<string, Drift> {
  const drifts = new Map<string, Drift>();
  for (const suspect of suspects) {
    const document = graph.documents.get(suspect.path);
    const subjects = document === undefined ? [] : subjectsOf(document, graph);
    const drift = measure(suspect, { subjects, history, deps });
    if (drift.part >= smallestPart) drifts.set(suspect.path, drift);
  }
  return drifts;
}

/** Lines that were written since, of all that the files have now: what was only taken out and what nobody touched counts nothing. */
function measure({ since, changed }: Suspect, about: { subjects: readonly string[]; history: FileHistory; deps: DriftDeps }): Drift {
  const { subjects, history, deps } = about;
  let all = 0;
  let written = 0;
  let worst = { file: '', lines: -1 };
  for (const file of subjects) {
    const lines = deps.read(file)?.split('\n').length ?? 0;
    const after = new Set((changed.get(file) ?? []).map((commit) => history.commits[commit]));
    const names = [file, ...[...history.renamed].flatMap(([old, now]) => (now === file ? [old] : []))];
    const added = names
      .flatMap((name) => deps.counts.get(name) ?? [])
      .reduce((sum, count) => sum + (after.has(count.commit) ? count.added : 0), 0);
    all += lines;
    written += Math.min(lines, added);
    if (Math.min(lines, added) > worst.lines) worst = { file, lines: Math.min(lines, added) };
  }
  const commits = new Set([...changed.values()].flat()).size;
  return { commits, part: all === 0 ? 0 : written / all, worst: worst.file, since: new Date(since * 1000).toISOString().slice(0, 10) };
}
