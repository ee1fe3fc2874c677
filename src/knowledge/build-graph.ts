import { compareText } from '#kernel/compare-text.ts';
import { groupBy } from '#kernel/group-by.ts';
import type { KnowledgeDocument } from '#kernel/records/document.ts';
import { readDecisions } from './decisions/read-decisions.ts';
import { documentEdges } from './edges/document-edges.ts';
import { findWatchers } from './edges/find-watchers.ts';
import { nodesOf } from './edges/nodes-of.ts';
import { indexFiles } from './files/file-index.ts';
import type { KnowledgeGraph } from './graph.ts';
import { resolveLinks } from './links/resolve-links.ts';
import { resolveMentions } from './mentions/resolve-mentions.ts';
import { findOwners } from './owners/find-owners.ts';
import { readPlans } from './plans/read-plans.ts';

export interface GraphInput {
  /** Every file of the repository: what git tracks, and what it does not ignore. */
  files: readonly string[];
  /** Every Markdown document among them, as `#pages/read-document.ts` reads it. */
  documents: readonly KnowledgeDocument[];
  /** Text of another file, for CODEOWNERS; undefined where it is not there. */
  read(path: string): string | undefined;
}

/** Everything that the documents of a repository say of each other and of its files. */
export function buildGraph(input: GraphInput): KnowledgeGraph {
  const files = indexFiles(input.files);
  const sorted = input.documents.toSorted((a, b) => compareText(a.path, b.path));
  const documents = new Map(sorted.map((document) => [document.path, document]));
  const facts = {
    documents,
    files,
    links: resolveLinks(documents, files),
    mentions: resolveMentions(documents, files),
    decisions: readDecisions(sorted),
    plans: readPlans(sorted),
    watchers: findWatchers(sorted),
    ...findOwners(documents, input.read),
  };
  const edges = documentEdges(facts);
  return {
    ...facts,
    nodes: nodesOf(facts, edges),
    edgesFrom: groupBy(edges, ({ from }) => from),
    edgesTo: groupBy(edges, ({ to }) => to),
  };
}
