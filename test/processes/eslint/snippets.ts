import fs from 'node:fs';
import path from 'node:path';

/** A piece of code a line; `\n` in it is a line's end. */
function read(name: string): string[] {
  const text = fs.readFileSync(path.join(import.meta.dirname, `${name}-snippets.txt`), 'utf8');
  return text
    .trim()
    .split('\n')
    .map((line) => line.replaceAll('\\n', '\n'));
}

/** JavaScript that any parser takes. */
export const scriptSnippets: readonly string[] = read('script');

/** Only scripts take these. */
export const sloppySnippets: readonly string[] = ['with (a) { b(); }', 'with (a) b();', 'var await = 1;', 'with (foo) for (var x in y);'];

export const jsxSnippets: readonly string[] = read('jsx');
export const typeSnippets: readonly string[] = read('types');
