import { isBlank, isRule } from './containers.ts';
import { indentOf, type LineCursor, textStart } from './line-cursor.ts';

/** A block as far as its first line tells. */
export interface Leaf {
  kind: 'text' | 'heading' | 'code' | 'html' | 'rule';
  /** Whether its first line holds some of its text. */
  begins: 'here' | 'below';
  /** Whether it ends with its first line. */
  isClosed: boolean;
  depth?: number;
  info?: string;
  /** Whether the next line belongs to it, ends it, or is its last. */
  goesOn(cursor: LineCursor): 'yes' | 'no' | 'last' | 'closed';
}

const never = () => 'no' as const;

/** What begins here. `inText`: undefined where a paragraph simply goes on. */
export function blockStart(cursor: LineCursor, inText: boolean): Leaf | undefined {
  const indent = indentOf(cursor);
  if (indent >= 4) return inText ? undefined : indented;
  const at = textStart(cursor);
  const special = mayBegin.has(cursor.text[at] ?? '') ? startOf(cursor.text.slice(at), inText) : undefined;
  return special ?? (inText ? undefined : plain);
}

/** Most lines begin with a letter. */
const mayBegin: ReadonlySet<string> = new Set('`~#<-*_');

const plain: Leaf = { kind: 'text', begins: 'here', isClosed: false, goesOn: never };

const indented: Leaf = {
  kind: 'code',
  begins: 'here',
  isClosed: false,
  goesOn: (cursor) => (isBlank(cursor) || indentOf(cursor) >= 4 ? 'yes' : 'no'),
};

function startOf(rest: string, inText: boolean): Leaf | undefined {
  switch (rest[0]) {
    case '`':
    case '~':
      return fence(rest);
    case '#':
      return heading(rest);
    case '<':
      return html(rest, inText);
    case '-':
    case '*':
    case '_':
      return isRule(rest) ? { kind: 'rule', begins: 'below', isClosed: true, goesOn: never } : undefined;
    default:
      return undefined;
  }
}

function fence(rest: string): Leaf | undefined {
  const [, ticks = '', info = ''] = /^(`{3,}|~{3,})(.*)$/.exec(rest) ?? [];
  if (ticks === '' || (ticks.startsWith('`') && info.includes('`'))) return undefined;
  const sign = ticks[0] ?? '';
  return {
    kind: 'code',
    begins: 'below',
    isClosed: false,
    info: info.trim(),
    goesOn: (cursor) => {
      if (indentOf(cursor) > 3) return 'yes';
      const line = cursor.text.slice(cursor.at).trim();
      return line.length >= ticks.length && line === sign.repeat(line.length) ? 'closed' : 'yes';
    },
  };
}

function heading(rest: string): Leaf | undefined {
  const found = /^(#{1,6})(?:[ \t]+|$)/.exec(rest);
  if (found === null) return undefined;
  return { kind: 'heading', begins: 'here', isClosed: true, depth: found[1]?.length ?? 1, goesOn: never };
}

const kinds: readonly { start: RegExp; end: RegExp }[] = [
  { start: /^<(?:script|pre|style|textarea)(?:\s|>|$)/i, end: /<\/(?:script|pre|style|textarea)>/i },
  { start: /^<!--/, end: /-->/ },
  { start: /^<\?/, end: /\?>/ },
  { start: /^<![a-z]/i, end: />/ },
  { start: /^<!\[CDATA\[/, end: /\]\]>/ },
];
const blockTag =
  /^<\/?(?:address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul)(?:\s|\/?>|$)/i;
const loneTag =
  /^(?:<[a-z][a-z0-9-]*(?:\s+[a-z_:][\w.:-]*(?:\s*=\s*(?:[^\s"'=<>`]+|'[^']*'|"[^"]*"))?)*\s*\/?>|<\/[a-z][a-z0-9-]*\s*>)\s*$/i;

function html(rest: string, inText: boolean): Leaf | undefined {
  const closed = kinds.find(({ start }) => start.test(rest));
  if (closed !== undefined) {
    const { end } = closed;
    const goesOn: Leaf['goesOn'] = ({ text, at }) => (end.test(text.slice(at)) ? 'last' : 'yes');
    return { kind: 'html', begins: 'here', isClosed: end.test(rest.slice(2)), goesOn };
  }
  if (!blockTag.test(rest) && (inText || !loneTag.test(rest))) return undefined;
  return { kind: 'html', begins: 'here', isClosed: false, goesOn: (cursor) => (isBlank(cursor) ? 'no' : 'yes') };
}
