/** Formatted strings hold strings that hold formatted strings; nobody writes more than a few levels. */
const deepest = 20;
/** What goes on for longer is no field: an open brace must not cost a look at all the rest, again for each. */
const longestField = 2000;

/**
 * Where a string ends whose first quote is at `at`: behind its last quote, at the end of the line where it is not closed,
 * or at the end of the text.
 */
export function skipString(text: string, at: number): number {
  return skipClosed(text, at, 0) ?? skipPlain(text, at, quoteAt(text, at));
}

/** Undefined where a formatted string is not closed: then the one it stands in is not either, and nothing is read twice. */
function skipClosed(text: string, at: number, depth: number): number | undefined {
  const quote = quoteAt(text, at);
  const formatted = depth < deepest && isFormatted(text, at);
  return formatted ? skipFormatted(text, { at, quote, depth }) : skipPlain(text, at, quote);
}

function quoteAt(text: string, at: number): string {
  return text.startsWith(text.charAt(at).repeat(3), at) ? text.slice(at, at + 3) : text.charAt(at);
}

interface Opening {
  at: number;
  quote: string;
  depth: number;
}

const prefix = /(?:^|[^\p{L}\p{N}_])[a-z]{0,2}$/iu;

function isFormatted(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 3), at);
  return prefix.test(before) && /[ft][rb]?$/i.test(before);
}

const stops: Readonly<Record<string, RegExp>> = {
  '"': /\\[\s\S]|"|\n/g,
  "'": /\\[\s\S]|'|\n/g,
  '"""': /\\[\s\S]|"""/g,
  "'''": /\\[\s\S]|'''/g,
};

/** A backslash keeps the quote after it, in raw strings too. */
function skipPlain(text: string, at: number, quote: string): number {
  const stop = stops[quote];
  for (let from = at + quote.length; stop !== undefined; ) {
    stop.lastIndex = from;
    const found = stop.exec(text)?.[0];
    if (found === undefined) break;
    if (!found.startsWith('\\')) return stop.lastIndex;
    from = stop.lastIndex;
  }
  return text.length;
}

/** Undefined where a field is not closed, as in text that is no Python. */
function skipFormatted(text: string, { at, quote, depth }: Opening): number | undefined {
  let index: number | undefined = at + quote.length;
  while (index !== undefined && index < text.length) {
    if (text.startsWith(quote, index)) return index + quote.length;
    if (quote.length === 1 && text[index] === '\n') return undefined;
    index = stepInText(text, index, depth);
  }
  return undefined;
}

function stepInText(text: string, index: number, depth: number): number | undefined {
  if (text[index] === '{' && text[index + 1] !== '{') return skipField(text, index + 1, depth + 1);
  return index + (text[index] === '\\' || text[index] === '{' ? 2 : 1);
}

/** `{value!r:>{width}}`: an expression, then perhaps a format, in which quotes are plain characters. */
function skipField(text: string, at: number, depth: number): number | undefined {
  if (depth > deepest) return undefined;
  const limit = Math.min(text.length, at + longestField);
  let brackets = 0;
  let index: number | undefined = at;
  while (index !== undefined && index < limit) {
    const char = text.charAt(index);
    if (brackets === 0 && char === '}') return index + 1;
    if (brackets === 0 && char === ':') return skipFormat(text, index + 1, { limit, depth });
    brackets += Number('([{'.includes(char)) - Number(')]}'.includes(char));
    index = char === '"' || char === "'" ? skipClosed(text, index, depth + 1) : index + 1;
  }
  return undefined;
}

function skipFormat(text: string, at: number, { limit, depth }: { limit: number; depth: number }): number | undefined {
  let index: number | undefined = at;
  while (index !== undefined && index < limit) {
    if (text[index] === '}') return index + 1;
    index = text[index] === '{' ? skipField(text, index + 1, depth + 1) : index + 1;
  }
  return undefined;
}
