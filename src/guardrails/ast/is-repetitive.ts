/** What is shorter is parsed in a second or two, whatever it says. */
const stretch = 8_192;
const pieceLength = 4;
/** In so many pieces one behind the other. Longer parts that come again, as functions do that are nearly alike, do not make it slow. */
const pieces = 128;
/** Code of people has 70 and more of 128; `A<` again and again has 2. */
const fewest = 48;

/**
 * Whether a long stretch of a text says little but the same again. Such a text may cost tree-sitter time that grows with the
 * square of its length, minutes for a megabyte (`a<b,` in TypeScript, `<!--` in HTML, `a:b` in CSS); what is random does not.
 */
export function isRepetitive(text: string): boolean {
  for (let start = 0; start + stretch <= text.length; start += stretch) if (!hasVariety(text, start)) return true;
  return false;
}

function hasVariety(text: string, start: number): boolean {
  const length = pieces * pieceLength;
  for (let at = start; at < start + stretch; at += length) if (isVaried(text, at, length)) return true;
  return false;
}

function isVaried(text: string, start: number, length: number): boolean {
  const seen = new Set<string>();
  for (let at = start; at < start + length; at += pieceLength) {
    seen.add(text.slice(at, at + pieceLength));
    if (seen.size === fewest) return true;
  }
  return false;
}
