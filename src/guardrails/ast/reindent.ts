/** ast-grep looks no further back than this for the start of a line; beyond it a line counts as not indented. */
const maxLookBack = 512;

/** Number of spaces that begin the line around this offset; 0 when the line begins with anything else. */
export function indentAt(text: string, offset: number): number {
  const from = Math.max(0, offset - maxLookBack);
  const before = text.slice(from, offset);
  const newline = before.lastIndexOf('\n');
  if (newline === -1 && from > 0) return 0;
  return /^ */.exec(before.slice(newline + 1))?.[0].length ?? 0;
}

/** Shifts every line but the first from one indent to another; lines that have less keep what they have. */
export function reindent(text: string, from: number, to: number): string {
  const [first = '', ...rest] = text.split('\n');
  if (to === from) return text;
  const shift = to > from ? (line: string) => ' '.repeat(to - from) + line : stripper(' '.repeat(from - to));
  return [first, ...rest.map(shift)].join('\n');
}

function stripper(prefix: string): (line: string) => string {
  return (line) => (line.startsWith(prefix) ? line.slice(prefix.length) : line);
}
