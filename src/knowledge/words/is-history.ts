import type { KnowledgeDocument } from '#kernel/records/document.ts';

const historyName =
  /(?:^|\/)(?:change-?log|changes|history|release-?notes|news|post-?mortem)(?:[-._ ][^/]*)?\.\w+$|(?:^|\/)(?:archived?|changelogs?|release-?notes|post-?mortems?|incidents|\.changeset)\/|(?:^|\/)v?\d+\.\d+[^/]*$/i;

const versionOrDay = /^\[?v?\d+\.\d+|\b\d{4}-\d{2}-\d{2}\b|^version \d/i;

/** Documents that tell what was: changelogs, release notes, archives. They name what has gone since, and are right. */
export function isHistory({ path, headings }: Pick<KnowledgeDocument, 'path' | 'headings'>): boolean {
  return historyName.test(path) || headings.filter(({ text }) => versionOrDay.test(text)).length >= 3;
}
