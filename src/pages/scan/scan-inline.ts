import type { CodeSpan } from '#kernel/records/document.ts';
import { htmlLinks } from './html-links.ts';
import type { JoinedText } from './joined-text.ts';
import { inlineTarget } from './link-target.ts';
import type { RawLink } from './raw-link.ts';

export interface InlineScan {
  code: CodeSpan[];
  links: RawLink[];
  /** Names of HTML elements, which links may lead to. */
  names: string[];
}

const special = /[\\`<[\]]/g;

/** Links and code of a paragraph or a heading. `labels`: those that have a definition, as `toLabel` spells them. */
export function scanInline(joined: JoinedText, labels: ReadonlySet<string>): InlineScan {
  const scan: Scan = { joined, labels, brackets: [], code: [], links: [], names: [] };
  const { text } = joined;
  let at = 0;
  for (;;) {
    special.lastIndex = at;
    const found = special.exec(text);
    if (found === null) return scan;
    at = step(scan, found.index);
  }
}

interface Scan extends InlineScan {
  joined: JoinedText;
  labels: ReadonlySet<string>;
  brackets: Bracket[];
}

interface Bracket {
  at: number;
  isImage: boolean;
  /** Set where a link stands inside: links hold no links. */
  isClosed: boolean;
}

/** How far the text has been read after the sign at `at`. */
function step(scan: Scan, at: number): number {
  const { text } = scan.joined;
  switch (text[at]) {
    case '\\':
      return at + 2;
    case '`':
      return codeSpan(scan, at);
    case '<':
      return tag(scan, at);
    case '[':
      return openBracket(scan, at);
    default:
      return closeBracket(scan, at);
  }
}

function codeSpan({ joined, code }: Scan, at: number): number {
  const { text } = joined;
  const ticks = /`+/y;
  ticks.lastIndex = at;
  const width = ticks.exec(text)?.[0].length ?? 1;
  const start = at + width;
  for (let from = text.indexOf('`', start); from !== -1; from = text.indexOf('`', from)) {
    ticks.lastIndex = from;
    const closing = ticks.exec(text)?.[0].length ?? 1;
    if (closing === width) {
      code.push({ ...trimmed(joined, start, from), ...joined.placeAt(at) });
      return from + width;
    }
    from += closing;
  }
  return start;
}

/** One space at either end only parts the text from its ticks. */
function trimmed(joined: JoinedText, start: number, end: number): Pick<CodeSpan, 'text' | 'at'> {
  const raw = joined.text.slice(start, end).replaceAll('\n', ' ');
  const isPadded = raw.startsWith(' ') && raw.endsWith(' ') && raw.trim() !== '';
  const [from, to] = isPadded ? [start + 1, end - 1] : [start, end];
  return { text: isPadded ? raw.slice(1, -1) : raw, at: { start: joined.offsetAt(from), end: joined.offsetAt(to) } };
}

const autolink = /<(?:[a-z][a-z0-9+.-]{1,31}:[^\s<>]*|[\w.!#$%&'*+/=?^`{|}~-]+@[a-z0-9.-]+)>/iy;
const element =
  /<!--[\s\S]*?-->|<(?:[a-z][a-z0-9-]*(?:\s+[a-z_:][\w.:-]*(?:\s*=\s*(?:[^\s"'=<>`]+|'[^']*'|"[^"]*"))?)*\s*\/?|\/[a-z][a-z0-9-]*\s*)>/iy;

function tag({ joined, links, names }: Scan, at: number): number {
  for (const pattern of [autolink, element]) {
    pattern.lastIndex = at;
    const found = pattern.exec(joined.text)?.[0];
    if (found === undefined) continue;
    if (pattern === element) htmlLinks(joined, { start: at, end: at + found.length }, { links, names });
    return at + found.length;
  }
  return at + 1;
}

function openBracket(scan: Scan, at: number): number {
  const { joined, links, brackets } = scan;
  const wiki = /\[\[([^[\]|\n]+)(?:\|([^[\]\n]*))?\]\](?![([])/y;
  wiki.lastIndex = at;
  const [whole, url = '', shown] = wiki.exec(joined.text) ?? [];
  if (whole !== undefined) {
    const span = { start: joined.offsetAt(at + 2), end: joined.offsetAt(at + 2 + url.length) };
    links.push({ how: 'wiki', url: url.trim(), text: (shown ?? url).trim(), at: span, whole: span, ...joined.placeAt(at) });
    return at + whole.length;
  }
  const isImage = joined.text[at - 1] === '!' && joined.text[at - 2] !== '\\';
  brackets.push({ at, isImage, isClosed: false });
  return at + 1;
}

function closeBracket(scan: Scan, at: number): number {
  const bracket = scan.brackets.pop();
  if (bracket === undefined || bracket.isClosed) return at + 1;
  const { joined, links } = scan;
  const { text } = joined;
  const about = { text: text.slice(bracket.at + 1, at), ...joined.placeAt(bracket.isImage ? bracket.at - 1 : bracket.at) };
  const target = text[at + 1] === '(' ? inlineTarget(text, at + 1) : undefined;
  if (target !== undefined) {
    const span = { start: joined.offsetAt(target.start), end: joined.offsetAt(target.end) };
    const whole = { start: joined.offsetAt(bracket.at), end: joined.offsetAt(target.after) };
    // What stands for an image is text: a link in it leads nowhere.
    while (bracket.isImage && (links.at(-1)?.whole.start ?? -1) > whole.start) links.pop();
    links.push({ how: bracket.isImage ? 'image' : 'inline', url: target.url, at: span, whole, ...about });
    closeOuter(scan, bracket);
    return target.after;
  }
  const used = usedLabel(scan, bracket, at);
  if (used === undefined) return at + 1;
  const whole = { start: joined.offsetAt(bracket.at), end: joined.offsetAt(used.after) };
  links.push({ how: 'reference', label: used.label, url: '', at: whole, whole, ...about });
  closeOuter(scan, bracket);
  return used.after;
}

function usedLabel({ joined: { text }, labels }: Scan, bracket: Bracket, at: number): { label: string; after: number } | undefined {
  const full = /\[((?:[^[\]\\]|\\.)*)\]/y;
  full.lastIndex = at + 1;
  const [whole = '', named = ''] = full.exec(text) ?? [];
  const label = toLabel(named.trim() === '' ? text.slice(bracket.at + 1, at) : named);
  return labels.has(label) ? { label, after: at + 1 + whole.length } : undefined;
}

function closeOuter({ brackets }: Scan, { isImage }: Bracket): void {
  if (isImage) return;
  for (const outer of brackets) if (!outer.isImage) outer.isClosed = true;
}

/** Labels are the same whatever their case and spaces. */
export function toLabel(text: string): string {
  return text.trim().replace(/\s+/g, ' ').toLowerCase();
}
