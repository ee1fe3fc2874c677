import type { HarnessSettings } from '#kernel/records/harness-settings.ts';
import { type FileHistory, findSuspects, measureDrift } from '#knowledge/find-drift.ts';
import type { GardenFacts } from '#knowledge/find-faults.ts';
import type { KnowledgeGraph } from '#knowledge/graph.ts';
import { loadHarness } from '#pages/load-harness.ts';
import { changedFiles } from '#platform/git/changed-files.ts';
import { ignoredPaths } from '#platform/git/ignored-paths.ts';
import { readHistory } from '#platform/history/read-history.ts';
import { readObjects } from '#platform/history/read-objects.ts';
import { harnessError } from '../harness/harness-error.ts';
import { loadGraph } from '../knowledge/load-graph.ts';
import { requireRepository } from '../setup/require-repository.ts';
import { exclusion } from './exclusion.ts';

/** A repository's knowledge base, and all that the rules of garden want to know of it. */
export interface OpenGarden {
  root: string;
  settings: HarnessSettings;
  facts: GardenFacts;
  history: FileHistory;
}

/** Git is asked at once for its files and for its history: neither waits for the other. */
export async function openGarden(cwd: string, verbs: readonly string[], signal?: AbortSignal): Promise<OpenGarden> {
  const { root } = requireRepository(cwd);
  const { settings, problems } = loadHarness(root, { only: 'guardrails' });
  const ofSettings = problems.filter(({ path }) => path === 'harness/harness.yaml');
  if (ofSettings.length > 0) throw harnessError(ofSettings);
  const [{ graph, read }, history, edited] = await Promise.all([
    loadGraph(root, exclusion(settings.garden.exclude), signal),
    readHistory(root, signal),
    changedFiles(root, undefined, signal),
  ]);
  const suspects = findSuspects(graph, history, new Set(edited));
  const isIgnored = await ignoreTest(root, graph, signal);
  const objects = await readObjects(
    root,
    suspects.flatMap(({ before }) => [...before.values()]),
    signal,
  );
  const facts: GardenFacts = {
    graph,
    read,
    isIgnored,
    wasThere: pastTest(history),
    verbs,
    drift: measureDrift(suspects, graph, { textOf: (object) => objects.get(object), read }),
    ageDays: (path) => ageDays(history, path),
  };
  return { root, settings, facts, history };
}

/** Asks git once about all that links and code name and that is not there. */
async function ignoreTest(root: string, graph: KnowledgeGraph, signal?: AbortSignal): Promise<(path: string) => boolean> {
  const asked = new Set([
    ...graph.links.flatMap(({ to, link }) => (to === undefined ? [link.target] : [])),
    ...graph.mentions.flatMap(({ to, mention }) => (to === undefined && mention.kind === 'path' ? [mention.path] : [])),
  ]);
  const plain = [...asked].map((path) => path.replace(/^\.?\//, '')).filter((path) => path !== '' && !path.startsWith('..'));
  const ignored = new Set(plain.length === 0 ? [] : await ignoredPaths(root, plain, signal));
  return (path) => ignored.has(path.replace(/^\.?\//, ''));
}

/** Files that git knew, and the folders they lay in. */
function pastTest({ changes, renamed }: FileHistory): (path: string) => boolean {
  const known = new Set<string>();
  for (const file of [...changes.keys(), ...renamed.keys()]) {
    for (let path = file; path !== '' && !known.has(path); path = path.slice(0, Math.max(0, path.lastIndexOf('/')))) known.add(path);
  }
  return (path) => known.has(path);
}

function ageDays({ changes, times }: FileHistory, path: string): number | undefined {
  const [last] = changes.get(path) ?? [];
  const at = last === undefined ? undefined : times[last.commit];
  return at === undefined ? undefined : (Math.max(...times.slice(0, 50)) - at) / 86_400;
}
