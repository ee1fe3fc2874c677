import type { Span } from '#kernel/records/document.ts';
import type { JoinedText } from './joined-text.ts';
import type { RawLink } from './raw-link.ts';

const attribute = /\s(href|src|id|name)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+))/gi;

/** Addresses and names in the tags of a piece of HTML. Comments hold none. */
export function htmlLinks(joined: JoinedText, { start, end }: Span, found: { links: RawLink[]; names: string[] }): void {
  const html = joined.text.slice(start, end).replace(/<!--[\s\S]*?(?:-->|$)/g, (comment) => ' '.repeat(comment.length));
  for (const { 0: tag, index } of html.matchAll(/<(?:[^<>"']|"[^"]*"|'[^']*')+>/g)) {
    const element = /^<([a-z0-9-]+)/i.exec(tag)?.[1]?.toLowerCase() ?? '';
    for (const match of tag.matchAll(attribute)) {
      const { key, value, at } = readAttribute(match);
      if (key === 'id' || (key === 'name' && element === 'a')) found.names.push(value);
      if (addressOf[element] === key) found.links.push(toLink(joined, { tagAt: start + index, at: start + index + at, value }));
    }
  }
}

const addressOf: Readonly<Record<string, string>> = { a: 'href', img: 'src' };

/** `at`: where its value stands in the tag. */
function readAttribute(match: RegExpExecArray): { key: string; value: string; at: number } {
  const [whole, key = '', double, single, bare] = match;
  const value = double ?? single ?? bare ?? '';
  return { key: key.toLowerCase(), value, at: match.index + whole.length - value.length - (bare === undefined ? 1 : 0) };
}

function toLink(joined: JoinedText, { tagAt, at, value }: { tagAt: number; at: number; value: string }): RawLink {
  const span = { start: joined.offsetAt(at), end: joined.offsetAt(at + value.length) };
  return { how: 'html', url: value.replaceAll('&amp;', '&'), text: '', at: span, whole: span, ...joined.placeAt(tagAt) };
}
