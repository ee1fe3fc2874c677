import type { GraphEdge, KnowledgeGraph } from './graph.ts';

/**
 * Ids of all nodes that links lead to from some, these included. A folder leads to the files directly in it. `kinds`: edges that are
 * followed; default: links, and paths in code.
 */
export function reachable(
  graph: KnowledgeGraph,
  from: Iterable<string>,
  kinds: readonly GraphEdge['kind'][] = ['links', 'names'],
): Set<string> {
  const reached = new Set(from);
  for (const id of reached) {
    for (const { kind, to } of graph.edgesFrom.get(id) ?? []) if (kinds.includes(kind)) reached.add(to);
    if (graph.files.isFolder(id)) for (const file of graph.files.filesIn(id)) reached.add(file);
  }
  return reached;
}

/** Pages and documents that link to a file, name it (who names a symbol of it does), or name a folder above it; the nearest first. */
export function documentsAbout(graph: KnowledgeGraph, file: string): GraphEdge[] {
  const found = [...(graph.edgesTo.get(file) ?? [])];
  for (let slash = file.lastIndexOf('/'); slash > 0; slash = file.lastIndexOf('/', slash - 1))
    found.push(...(graph.edgesTo.get(file.slice(0, slash)) ?? []));
  return found.filter(({ kind }) => kind === 'links' || kind === 'names');
}

/** Paths of the guardrails and personas that are for a file. */
export function watchersOf(graph: KnowledgeGraph, file: string): string[] {
  return graph.watchers.filter((watcher) => watcher.watches(file)).map(({ path }) => path);
}
