import type { KnowledgeDocument } from '#kernel/records/document.ts';
import type { FileHistory } from './file-history.ts';

/**
 * When somebody last compared a page with what it is about, in seconds since the Unix epoch: the day that its front matter says, since
 * a commit may mend a comma; else the last commit that changed it. Undefined where git does not know it yet, or it is being edited.
 */
export function lastLook({ path, frontMatter }: KnowledgeDocument, history: FileHistory, edited: ReadonlySet<string>): number | undefined {
  const reviewed = frontMatter.get('reviewed');
  const day = typeof reviewed === 'string' ? Date.parse(`${reviewed}T23:59:59Z`) : Number.NaN;
  if (!Number.isNaN(day)) return day / 1000;
  const [last] = history.changes.get(path) ?? [];
  return last === undefined || edited.has(path) ? undefined : history.times[last.commit];
}
