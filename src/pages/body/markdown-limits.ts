import type { Mistake } from '../mistake.ts';

/** About twenty thousand words. */
const maxChars = 128 * 1024;
const maxLines = 4000;
/** A block is what stands between two blank lines. */
const maxLinesOfBlock = 500;
const maxOpenersOfBlock = 500;
const maxNesting = 24;

/**
 * What a Markdown parser cannot read in reasonable time: the cost of lists, of nested quotes, and of opening brackets in
 * one block grows with their square or worse (32 kB took up to 8 s). No page that a person wrote comes near. Code is
 * not excepted: whether a line is code is what only the parser can tell.
 */
export function markdownTooHard(text: string): Mistake | undefined {
  if (text.length > maxChars) return { ...tooLong(`${maxChars} characters`), line: 1, column: 1 };
  const lines = text.split('\n');
  if (lines.length > maxLines) return { ...tooLong(`${maxLines} lines`), line: maxLines + 1, column: 1 };
  let block = { lines: 0, openers: 0 };
  for (const [index, line] of lines.entries()) {
    block = line.trim() === '' ? { lines: 0, openers: 0 } : { lines: block.lines + 1, openers: block.openers + countOpeners(line) };
    const message = hardLine(line, block);
    if (message !== undefined)
      return { line: index + 1, column: 1, code: 'page-too-hard', message, fix: 'Put such data into a file of its own.' };
  }
  return undefined;
}

function tooLong(limit: string): Pick<Mistake, 'code' | 'message' | 'fix'> {
  return { code: 'page-too-long', message: `This page is longer than ${limit}.`, fix: 'Split it into several pages.' };
}

function hardLine(line: string, block: { lines: number; openers: number }): string | undefined {
  if (block.lines > maxLinesOfBlock) return `More than ${maxLinesOfBlock} lines follow each other without a blank one.`;
  if (block.openers > maxOpenersOfBlock) return `More than ${maxOpenersOfBlock} \`[\` and \`<\` follow each other without a blank line.`;
  return nestingOf(line) > maxNesting ? `This line nests quotes or lists more than ${maxNesting} deep.` : undefined;
}

/** Markers of quotes and list items at the beginning of a line. */
function nestingOf(line: string): number {
  const marker = /[ \t]*(?:>|[-+*](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$))/y;
  let count = 0;
  while (marker.test(line)) count++;
  return count;
}

function countOpeners(line: string): number {
  return line.split(/[[<]/).length - 1;
}
