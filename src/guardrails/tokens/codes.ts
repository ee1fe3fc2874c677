/** Character codes that the reader of tokens tells apart. */
export const codes = {
  newline: 10,
  return: 13,
  space: 32,
  doubleQuote: 34,
  hash: 35,
  dollar: 36,
  singleQuote: 39,
  paren: 40,
  closingParen: 41,
  star: 42,
  comma: 44,
  dot: 46,
  slash: 47,
  semicolon: 59,
  less: 60,
  equals: 61,
  greater: 62,
  bracket: 91,
  backslash: 92,
  closingBracket: 93,
  backtick: 96,
  brace: 123,
  closingBrace: 125,
} as const;

const names = Uint8Array.from({ length: 128 }, (_, code) => (/[\w$]/.test(String.fromCharCode(code)) ? 1 : 0));

/** Of a name, a number or a keyword. What is not ASCII counts as well. */
export function isNameCode(code: number): boolean {
  return code < 128 ? names[code] === 1 : code > 0;
}

/** Not ASCII, and no part of a name. */
export function isOddBlank(code: number): boolean {
  return /[\s\u200B-\u200F\u2028-\u202F]/.test(String.fromCharCode(code));
}
