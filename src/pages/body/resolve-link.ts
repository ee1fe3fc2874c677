import path from 'node:path';
import type { PageLink } from '#kernel/records/page.ts';

/**
 * Where an address leads that stands in the page `from`. A link that begins with a slash starts at the repository, as code hosts
 * show it. Undefined for addresses elsewhere.
 */
export function resolveLink(url: string, from: string): Pick<PageLink, 'target' | 'anchor'> | undefined {
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
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
