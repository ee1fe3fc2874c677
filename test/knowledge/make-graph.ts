import { buildGraph } from '#knowledge/build-graph.ts';
import type { KnowledgeGraph } from '#knowledge/graph.ts';
import { readDocument } from '#pages/read-document.ts';

/** The graph of a few files. */
export function makeGraph(files: Readonly<Record<string, string>>): KnowledgeGraph {
  const documents = Object.entries(files).flatMap(([path, text]) => (path.endsWith('.md') ? [readDocument(path, text)] : []));
  return buildGraph({ files: Object.keys(files).sort(), documents, read: (path) => files[path] });
}
