import path from 'node:path';
import type { DocumentLink } from '#kernel/records/document.ts';

/** The address of a link from one document to a file, in the manner of the one that stood there. */
export function relink({ how, url }: Pick<DocumentLink, 'how' | 'url'>, { from, to }: { from: string; to: string }): string {
  const [, written = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(url) ?? [];
  if (how === 'wiki') return `${path.posix.basename(to, '.md')}${rest}`;
  if (how === 'front-matter' && !written.startsWith('.')) return `${to}${rest}`;
  const address = written.startsWith('/') ? `/${to}` : relative(from, to, written.startsWith('./'));
  return `${encodeLike(address, written)}${written.endsWith('/') ? '/' : ''}${rest}`;
}

function relative(from: string, to: string, dotted: boolean): string {
  const address = path.posix.relative(path.posix.dirname(from), to) || '.';
  return dotted && !address.startsWith('.') ? `./${address}` : address;
}

/** Who wrote a space as it is stands between angle brackets; all others have it encoded. */
function encodeLike(address: string, written: string): string {
  return /[ ()]/.test(written) ? address : address.replace(/[ ()%]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
