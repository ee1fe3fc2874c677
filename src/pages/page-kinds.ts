import type { PageKind } from '#kernel/records/page.ts';

/** Where the pages of each kind lie. */
export const pageFolders: Readonly<Record<string, PageKind>> = {
  'harness/guardrails': 'guardrail',
  'harness/personas': 'persona',
  'harness/runbooks': 'runbook',
  'harness/journeys': 'journey',
  'harness/automations': 'automation',
  'harness/lessons': 'lesson',
  'docs/decisions': 'decision',
  'docs/design': 'design',
  'docs/plans/active': 'plan',
  'docs/plans/completed': 'plan',
};

/** Kind of the page at a path; undefined where none lies: other folders, other files, tables of contents, templates of documents. */
export function pageKindOf(path: string): PageKind | undefined {
  if (!path.endsWith('.md') || /(^|\/)(readme|index)\.md$|^docs\/.*template[^/]*\.md$/i.test(path)) return undefined;
  const folder = Object.keys(pageFolders).find((name) => path.startsWith(`${name}/`));
  return folder === undefined ? undefined : pageFolders[folder];
}

/** `retry` for `harness/guardrails/retry.md`. */
export function pageName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.md$/, '');
}
