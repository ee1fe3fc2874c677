/** Words that an operand follows, and that no operand ends with unless they are the name of a property. */
const prefixes: ReadonlySet<string> = new Set('case delete do else extends in instanceof return throw typeof void'.split(' '));

/** The same of words that may be names. */
const likelyPrefixes: ReadonlySet<string> = new Set('as async await default is keyof new of satisfies yield'.split(' '));

/**
 * Whether an operand may end with the character at `at`, so that `/` behind it divides, `!` is a promise and `<` compares.
 * `literalEnd`: where the last regular expression, element or `!` of an operand ended, whose own last characters do not tell.
 */
export function mayEndOperand(text: string, at: number, literalEnd: number): boolean {
  if (at < 0) return false;
  if (at === literalEnd) return true;
  const last = text.charAt(at);
  if (isOfWord(last)) return !prefixes.has(wordBefore(text, at)) || isProperty(text, at);
  if (last === '+' || last === '-') return text.charAt(at - 1) === last;
  if (last === '>') return text.charAt(at - 1) !== '=';
  return /[)\]}'"`]/.test(last) || (last === '.' && /\d/.test(text.charAt(at - 1)));
}

/** Of a place where one may: whether nothing else can be meant. */
export function surelyEndsOperand(text: string, at: number): boolean {
  const last = text.charAt(at);
  return isOfWord(last) ? !likelyPrefixes.has(wordBefore(text, at)) : /[\]'"`]/.test(last);
}

function isOfWord(char: string): boolean {
  return /[\w$\\\x80-\uFFFF]/.test(char);
}

/** In small letters, so far as it may be one of the words above. */
function wordBefore(text: string, end: number): string {
  let start = end;
  while (start > 0 && end - start < 12 && /[a-z]/.test(text.charAt(start - 1))) start--;
  return isOfWord(text.charAt(start - 1)) ? '' : text.slice(start, end + 1);
}

/** Behind a `.`, with or without a comment between. */
function isProperty(text: string, end: number): boolean {
  return /[.#/]\s*$/.test(text.slice(Math.max(0, end - 200), end + 1 - wordBefore(text, end).length));
}
