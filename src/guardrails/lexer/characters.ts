import type { Bracket } from './code.ts';

/** Codes of characters that mean something to whoever reads code. */
export const [doubleQuote, singleQuote, backtick, backslash, newline] = [34, 39, 96, 92, 10];
export const [slash, star, comma, semicolon, question, bang, less, dot, equals] = [47, 42, 44, 59, 63, 33, 60, 46, 61];
export const openParenthesis = 40;
export const closeParenthesis = 41;
export const openSquare = 91;
export const closeSquare = 93;
export const openBrace = 123;
export const closeBrace = 125;

const pairs = [
  [openParenthesis, closeParenthesis],
  [openSquare, closeSquare],
  [openBrace, closeBrace],
] as const;

/** The other bracket of a pair, by the code of a character; 0 for all others. */
export const closerOf = partnerTable(pairs);
export const openerOf = partnerTable(pairs.map(([open, close]) => [close, open]));

function partnerTable(entries: readonly (readonly [from: number, to: number])[]): Uint8Array {
  const table = new Uint8Array(0x1_00_00);
  for (const [from, to] of entries) table[from] = to;
  return table;
}

/** By those that close. */
export const brackets: Readonly<Record<number, Bracket>> = { [closeParenthesis]: '(', [closeSquare]: '[', [closeBrace]: '{' };

const space = 0;

/** What a character may be besides. */
export const [plain, special] = [1, 2];

/** By its code. As long as there are codes: a look past the end is slow. */
export const classes = new Uint8Array(0x1_00_00).fill(plain);
for (const char of '"\'`/()[]{},;?!<') classes[char.charCodeAt(0)] = special;
for (let code = 9; code <= 13; code++) classes[code] = space;
for (const char of ' \u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u2028\u2029\u202F\u205F\u3000\uFEFF')
  classes[char.charCodeAt(0)] = space;

export const regexLiteral = /\/(?![*/])(?:[^\n\r/\\[]|\\[^\n\r]|\[(?:[^\n\r\]\\]|\\[^\n\r])*\])+\//y;
/** Of an arrow function. */
export const typeParameters = /<\s*(?:const\s+)?[\w$]+\s*(?:,|extends\b)/y;
export const lineEnd = /[\n\r\u2028\u2029]/g;
