import type { Page } from '#kernel/records/page.ts';

/** Ids of everything that a label may name. */
export function knownItems(pages: readonly Page[]): Set<string> {
  return new Set(pages.flatMap(itemsOf));
}

/** Ids of what a page holds that can be said. */
export function itemsOf(page: Page): string[] {
  if (page.kind === 'persona') return page.bullets.map(({ id }) => `${page.frontMatter.name}/${id}`);
  return [page.kind === 'guardrail' ? page.frontMatter.id : page.path];
}
