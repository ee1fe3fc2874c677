import type { Root } from 'mdast';
import type { PageLink } from '#kernel/records/page.ts';
import { placeOf } from './place-of.ts';
import { resolveLink } from './resolve-link.ts';
import { walk } from './walk.ts';

/** Relative links, images and link definitions of a page. `from` is the page's path. */
export function findLinks(root: Root, from: string): PageLink[] {
  const links: PageLink[] = [];
  for (const node of walk(root)) {
    if (node.type !== 'link' && node.type !== 'image' && node.type !== 'definition') continue;
    const target = resolveLink(node.url, from);
    if (target !== undefined) links.push({ ...target, ...placeOf(node) });
  }
  return links;
}
