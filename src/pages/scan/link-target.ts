/** The address in the brackets behind a link's text, or behind a definition's colon, and where it ends. */
export interface LinkTarget {
  url: string;
  /** Of the address in the text, without `<` and `>`. */
  start: number;
  end: number;
  /** Where what belongs to the link ends. */
  after: number;
}

const title = /[ \t]*\n?[ \t]*(?:"(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*'|\((?:[^()\\]|\\[\s\S])*\))/y;
const blank = /[ \t]*\n?[ \t]*/y;

/** What stands in `(...)` at an opening bracket; undefined where that is no address. */
export function inlineTarget(text: string, open: number): LinkTarget | undefined {
  const from = skip(blank, text, open + 1);
  const found = text[from] === ')' ? { url: '', start: from, end: from, after: from } : destination(text, from);
  if (found === undefined) return undefined;
  const close = skip(blank, text, withTitle(text, found.after));
  return text[close] === ')' ? { ...found, after: close + 1 } : undefined;
}

/** The address of a definition, behind its colon. What follows it on its line must be a title. */
export function definitionTarget(text: string, from: number): LinkTarget | undefined {
  const found = destination(text, skip(blank, text, from));
  if (found === undefined) return undefined;
  for (const after of [withTitle(text, found.after), found.after]) {
    const end = skip(/[ \t]*/y, text, after);
    if (end === text.length || text[end] === '\n') return { ...found, after: end + 1 };
  }
  return undefined;
}

function withTitle(text: string, from: number): number {
  return /[ \t\n]/.test(text[from] ?? '') ? skip(title, text, from) : from;
}

function destination(text: string, from: number): LinkTarget | undefined {
  if (text[from] === '<') {
    const pointed = match(/<((?:[^<>\n\\]|\\.)*)>/y, text, from);
    if (pointed === undefined) return undefined;
    const inner = pointed.slice(1, -1);
    return { url: plain(inner), start: from + 1, end: from + 1 + inner.length, after: from + pointed.length };
  }
  const end = bareEnd(text, from);
  return end === from ? undefined : { url: plain(text.slice(from, end)), start: from, end, after: end };
}

/** Brackets in an address without `<` and `>` come in pairs. */
function bareEnd(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    const sign = text.charAt(at);
    if (sign === '\\') at++;
    else if (sign <= ' ') return depth === 0 ? at : from;
    else if (sign === '(') depth++;
    else if (sign === ')' && depth-- === 0) return at;
  }
  return depth === 0 ? text.length : from;
}

function plain(url: string): string {
  return url.replace(/\\([!-/:-@[-`{-~])/g, '$1').replaceAll('&amp;', '&');
}

function skip(pattern: RegExp, text: string, from: number): number {
  return from + (match(pattern, text, from)?.length ?? 0);
}

function match(pattern: RegExp, text: string, from: number): string | undefined {
  pattern.lastIndex = from;
  return pattern.exec(text)?.[0];
}
