const maxBytes = 2 * 1024 * 1024;
const maxLineLength = 20_000;

const string = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`(?:[^`\\]|\\.)*`/g;
/** Longer ones are pictures, keys, drawings: no code, and parsed at once. */
const longestOfCode = 500;

/** Generated or bundled text that nobody edits by hand and that would cost seconds to parse. */
export function isMinified(text: string): boolean {
  if (text.length <= maxLineLength) return false;
  if (text.length > maxBytes) return true;
  let start = 0;
  while (start + maxLineLength < text.length) {
    let end = text.indexOf('\n', start);
    if (end === -1) end = text.length;
    if (end - start > maxLineLength && countCode(text.slice(start, end)) > maxLineLength) return true;
    start = end + 1;
  }
  return false;
}

function countCode(line: string): number {
  return line.replace(string, (quoted) => (quoted.length > longestOfCode ? '' : quoted)).length;
}
