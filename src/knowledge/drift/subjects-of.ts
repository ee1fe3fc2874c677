import type { KnowledgeDocument } from '#kernel/records/document.ts';
import type { KnowledgeGraph } from '../graph.ts';

/** A page for more files than that is about none of them. */
const mostWatched = 12;

/** Files that a page is about: those it names or links to, those in small folders it names, and those it watches where they are few. */
export function subjectsOf({ path, kind }: KnowledgeDocument, graph: KnowledgeGraph): string[] {
  const named = (graph.edgesFrom.get(path) ?? []).flatMap(({ kind: edge, to }) =>
    edge === 'links' || edge === 'names' ? filesOf(to, graph) : [],
  );
  const watched = kind === 'guardrail' || kind === 'persona' ? watchedFiles(path, graph) : [];
  return [...new Set([...named, ...watched])].filter((file) => !graph.documents.has(file));
}

function filesOf(id: string, { files }: KnowledgeGraph): readonly string[] {
  if (files.isFile(id)) return [id];
  const inside = id.includes('/') ? files.filesIn(id) : [];
  return inside.length <= mostWatched ? inside : [];
}

function watchedFiles(path: string, { files, watchers }: KnowledgeGraph): string[] {
  const watcher = watchers.find((one) => one.path === path);
  const watched = watcher === undefined ? [] : files.all.filter(watcher.watches);
  return watched.length <= mostWatched ? watched : [];
}
