import { classes, plain, slash, special, star } from '../lexer/characters.ts';
import { holdsAt } from '../lexer/holds-at.ts';
import { lineEndIn } from '../lexer/part-ends.ts';

/** Words that may go on with what stands before them, on another line too. */
const goingOn: ReadonlySet<string> = new Set([
  'as',
  'assert',
  'asserts',
  'catch',
  'else',
  'extends',
  'finally',
  'from',
  'implements',
  'in',
  'instanceof',
  'is',
  'of',
  'satisfies',
  'while',
  'with',
]);

const begin = /(?!\d)[\w$@#]/y;
const word = /[a-z]*(?![\w$])/y;

/**
 * Where the next statement or member of a class begins, if the `;`, or the `}` at the end of a line, surely ends one. Whatever ends and begins
 * so may follow each other. Comments between them are the first one's: to the grammar a block ends behind those that follow it.
 */
export function nextStatement(text: string, at: number): number | undefined {
  const next = codeBehind(text, at + 1);
  if (!holdsAt(begin, text, next) || goingOn.has(wordAt(text, next))) return undefined;
  return text.charAt(at) === ';' || text.lastIndexOf('\n', next) > at ? next : undefined;
}

/** Whether what begins at an index is the first case of a `switch`. */
export function beginsCase(text: string, from: number): boolean {
  return ['case', 'default'].includes(wordAt(text, codeBehind(text, from)));
}

function wordAt(text: string, at: number): string {
  word.lastIndex = at;
  return word.exec(text)?.[0] ?? '';
}

/** Index of what follows that is neither space nor comment. */
function codeBehind(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === slash && text.charCodeAt(at + 1) === slash) at = lineEndIn(text, at);
    else if (code === slash && text.charCodeAt(at + 1) === star) at = text.indexOf('*/', at + 2) + 1;
    else if (classes[code] === plain || classes[code] === special) return at;
  }
  return text.length;
}
