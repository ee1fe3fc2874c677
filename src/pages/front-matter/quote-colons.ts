/** Keys whose value is always one text. Of `code` ones the text is source code, and what looks like a mapping may be one. */
const textKeys: Readonly<Record<string, 'prose' | 'code'>> = { title: 'prose', fix: 'code', pattern: 'code' };

/**
 * The same YAML with the values quoted that a colon and a space made unreadable: `fix: fetch(url, { signal: x })`.
 * Only a whole value on one line that can be meant in no other way; undefined where one of the places is another case.
 * The opening quote stands where the value began, so every line and every start of a value keeps its place.
 */
export function quoteColons(text: string, offsets: readonly number[]): string | undefined {
  const lines = text.split('\n');
  for (const offset of offsets) {
    const before = text.slice(0, offset);
    const index = before.split('\n').length - 1;
    const repaired = quoteValue(lines[index] ?? '', offset - before.lastIndexOf('\n') - 1);
    if (repaired === undefined) return undefined;
    lines[index] = repaired;
  }
  return lines.join('\n');
}

/** `column`: where the parser stumbled, from 0. It must be the value's beginning; a line that was quoted before stays. */
function quoteValue(line: string, column: number): string | undefined {
  const [, indent, key, gap, value] = /^(\s*(?:- +)*)([A-Za-z]+):( +)(\S.*?) *$/.exec(line) ?? [];
  if (indent === undefined || key === undefined || gap === undefined || value === undefined) return undefined;
  const start = indent.length + key.length + 1 + gap.length;
  if (value.startsWith("'") && column > start) return line;
  if (column !== start || !isPlainText(key, value)) return undefined;
  return `${line.slice(0, start)}'${value.replaceAll("'", "''")}'`;
}

/** Not what YAML gives a meaning: indicators at the beginning, a comment at the end, a mapping begun on the same line. */
function isPlainText(key: string, value: string): boolean {
  const kind = Object.hasOwn(textKeys, key) ? textKeys[key] : undefined;
  if (kind === undefined || !value.includes(': ')) return false;
  if (/^[-?:,[\]{}#&*!|>'"%@`]/.test(value) || /\s#/.test(value)) return false;
  return kind === 'prose' || !/^[\w.-]+: /.test(value);
}
