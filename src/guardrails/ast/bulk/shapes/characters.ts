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

/** Of brackets, by those that open. */
export const closers: Readonly<Record<number, number>> = {
  [openParenthesis]: closeParenthesis,
  [openSquare]: closeSquare,
  [openBrace]: closeBrace,
};

/** By those that close. */
export const brackets: Readonly<Record<number, Bracket>> = { [closeParenthesis]: '(', [closeSquare]: '[', [closeBrace]: '{' };

const space = 0;

/** What a character may be besides. */
export const [plain, special] = [1, 2];

/** By its code. */
export const classes = Uint8Array.from({ length: 128 }, (_, code) => {
  const char = String.fromCharCode(code);
  if (/\s/.test(char)) return space;
  return /["'`/()[\]{},;?!<]/.test(char) ? special : plain;
});

export const regexLiteral = /\/(?![*/])(?:[^\n\r/\\[]|\\[^\n\r]|\[(?:[^\n\r\]\\]|\\[^\n\r])*\])+\//y;
/** Of an arrow function. */
export const typeParameters = /<\s*(?:const\s+)?[\w$]+\s*(?:,|extends\b)/y;
export const elseWord = /\s*else\b/y;
export const lineEnd = /[\n\r\u2028\u2029]/g;

/** Of one that is not ASCII. */
export function classOf(char: string): number {
  return /\s/.test(char) ? space : plain;
}
