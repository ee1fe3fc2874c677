import type { GraphEdge, GraphNode, KnowledgeGraph } from '../graph.ts';

/** All documents, and all else that edges lead to. */
export function nodesOf(
  { documents, files }: Pick<KnowledgeGraph, 'documents' | 'files'>,
  edges: readonly GraphEdge[],
): Map<string, GraphNode> {
  const nodes = new Map<string, GraphNode>();
  for (const { path, kind, title } of documents.values())
    nodes.set(path, { id: path, kind: kind === undefined ? 'document' : 'page', title });
  for (const { to: id, kind } of edges) if (!nodes.has(id)) nodes.set(id, nodeOf(id, kind, files.isFolder));
  return nodes;
}

function nodeOf(id: string, edge: GraphEdge['kind'], isFolder: (path: string) => boolean): GraphNode {
  const [, prefix, name = ''] = /^(owner|screen|route):(.*)$/s.exec(id) ?? [];
  if (edge === 'owned-by') return { id, kind: 'owner', title: name };
  if (edge === 'passes') return { id, kind: prefix === 'screen' ? 'screen' : 'route', title: name };
  if (isFolder(id)) return { id, kind: 'folder', title: id };
  return { id, kind: id.includes('#') ? 'symbol' : 'file', title: id };
}
