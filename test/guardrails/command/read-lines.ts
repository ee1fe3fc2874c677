import fs from 'node:fs';
import path from 'node:path';

/** Reads a table of shell lines by topic (`== topic`); `⏎ ⇥ ␍ ␀` stand for what a text file cannot show inside a line. */
export function readLines(name: 'denied' | 'allowed'): Map<string, string[]> {
  const text = fs.readFileSync(path.join(import.meta.dirname, `${name}-lines.txt`), 'utf8');
  const tables = text
    .split(/^== /m)
    .slice(1)
    .map((block) => block.split('\n'));
  return new Map(tables.map(([topic = '', ...lines]) => [topic, lines.filter((line) => line !== '').map(decode)]));
}

function decode(line: string): string {
  return line.replaceAll('⏎', '\n').replaceAll('⇥', '\t').replaceAll('␍', '\r').replaceAll('␀', '\0');
}
