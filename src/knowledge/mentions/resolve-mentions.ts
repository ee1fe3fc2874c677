import type { KnowledgeDocument } from '#kernel/records/document.ts';
import type { FileIndex } from '../files/file-index.ts';
import type { ResolvedMention } from '../graph.ts';
import { readMention } from './read-mention.ts';
import { resolvePath } from './resolve-path.ts';

/** What all documents say in code, and which files they mean. */
export function resolveMentions(documents: ReadonlyMap<string, KnowledgeDocument>, files: FileIndex): ResolvedMention[] {
  return [...documents.values()].flatMap(({ path: from, code }) =>
    code.flatMap((span): ResolvedMention[] => {
      const mention = readMention(span);
      if (mention === undefined) return [];
      const to = mention.kind === 'path' ? resolvePath(mention.path, from, files) : undefined;
      return [to === undefined ? { from, mention } : { from, mention, to }];
    }),
  );
}
