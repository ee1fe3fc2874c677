/** Too little room for words to stand in. */
const narrowest = 24;

/** Text broken between words, its lines after the first indented: for what stands to the right of something. */
export function hang(text: string, indent: number, columns: number | undefined): string {
  const room = (columns ?? Number.POSITIVE_INFINITY) - indent;
  if (room < narrowest) return text;
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > room) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].join(`\n${' '.repeat(indent)}`);
}
