/** What is shorter is parsed in a second or two, whatever it says. */
const stretch = 8_192;
const windows = 128;
const windowLength = 4;
/** Code of people has 60 to 120 of 128, tables and declarations that programs write 40 and more; `A<` again and again has 2. */
const fewest = 48;

/**
 * Whether a long stretch of a text says little but the same again. Such a text may cost tree-sitter time that grows with the
 * square of its length, minutes for a megabyte (`a<b,` in TypeScript, `<!--` in HTML, `a:b` in CSS); what is random does not.
 */
export function isRepetitive(text: string): boolean {
  for (let start = 0; start + stretch <= text.length; start += stretch) if (!hasVariety(text, start)) return true;
  return false;
}

/** Not quite evenly apart, so that they do not fall into step with what repeats. */
function hasVariety(text: string, start: number): boolean {
  const seen = new Set<string>();
  const step = stretch / windows;
  for (let index = 0; index < windows; index++) {
    const at = start + index * step + ((index * 7) % step);
    seen.add(text.slice(at, at + windowLength));
    if (seen.size === fewest) return true;
  }
  return false;
}
