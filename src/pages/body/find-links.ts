import path from 'node:path';
import type { Root } from 'mdast';
import type { PageLink } from '#kernel/records/page.ts';
import { placeOf } from './place-of.ts';
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

/** A link that begins with a slash starts at the repository, as code hosts show it. Undefined for addresses elsewhere. */
function resolveLink(url: string, from: string): Pick<PageLink, 'target' | 'anchor'> | undefined {
  if (url === '' || /^[a-z][a-z0-9+.-]*:|^\/\//i.test(url)) return undefined;
  const [address = '', anchor] = splitOnce(url, '#');
  const [file = ''] = splitOnce(address, '?');
  return {
    target: file === '' ? from : resolvePath(decode(file), from),
    ...(anchor === undefined || anchor === '' ? {} : { anchor: decode(anchor) }),
  };
}

function resolvePath(file: string, from: string): string {
  return file.startsWith('/') ? path.posix.normalize(file.slice(1)) : path.posix.join(path.posix.dirname(from), file);
}

function splitOnce(text: string, sign: string): [string, string?] {
  const at = text.indexOf(sign);
  return at === -1 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
