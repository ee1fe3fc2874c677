import { buildGraph } from '#knowledge/build-graph.ts';
import type { KnowledgeGraph } from '#knowledge/graph.ts';
import { readDocument } from '#pages/read-document.ts';
import { fileReader } from '#platform/files/file-reader.ts';
import { listWorktreeFiles } from '#platform/git/worktree-files.ts';

export interface LoadedGraph {
  graph: KnowledgeGraph;
  /** Text of a file of the repository; undefined where there is none. */
  read(path: string): string | undefined;
}

/** Reads every Markdown document of a worktree and joins them; `root` is a real path. `isLeftOut`: documents that are nobody's knowledge. */
export async function loadGraph(
  root: string,
  isLeftOut: (path: string) => boolean = () => false,
  signal?: AbortSignal,
): Promise<LoadedGraph> {
  const { paths, absent } = await listWorktreeFiles(root, signal);
  const read = fileReader(root);
  const documents = paths.flatMap((path) => {
    if (!isDocument(path) || isLeftOut(path)) return [];
    const text = read(path);
    return text === undefined ? [] : [readDocument(path, text)];
  });
  return { graph: buildGraph({ files: absent.length === 0 ? paths : [...paths, ...absent].sort(), documents, read }), read };
}

/** Rules of Cursor are Markdown under another name. */
function isDocument(path: string): boolean {
  return /\.(?:md|mdc|markdown)$/i.test(path);
}
